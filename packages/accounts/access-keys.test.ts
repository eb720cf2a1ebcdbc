import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import { expect, it } from "vitest";
import { keysPerUser } from "./access-keys.ts";
import { openTestAccounts } from "./accounts-fixture.ts";

async function openWithKey() {
  const test = openTestAccounts();
  await test.accounts.users.add("ann", "pw", []);
  const { accessKeys } = test.accounts;
  const key = accessKeys.add("ann", "for the pipeline");
  if (key === undefined) throw new Error("no key was made");
  return { ...test, accessKeys, key };
}

it("a key's secret is known again, by every process, and is told nowhere else", async () => {
  const { accessKeys, key, open } = await openWithKey();
  expect(key.access_key_id).toMatch(/^[A-Z2-7]{20}$/);
  expect(key.secret).toMatch(/^[A-Za-z0-9]{40}$/);
  const known = { user: "ann", secret: key.secret };
  expect(accessKeys.find(key.access_key_id)).toEqual(known);
  const other = open();
  expect(other.accessKeys.find(key.access_key_id)).toEqual(known);
  other.close();
  expect(JSON.stringify(accessKeys.list())).not.toContain(key.secret);
  expect(accessKeys.find("unknown")).toBeUndefined();
});

it("the key to the secrets is read by nobody but this user", async () => {
  const { folder } = await openWithKey();
  expect(statSync(join(folder, "access-keys.key")).mode & 0o777).toBe(0o600);
});

it("a disabled key, a removed one and one of a disabled user do not sign", async () => {
  const { accounts, accessKeys, key } = await openWithKey();
  const isKnown = () => accessKeys.find(key.access_key_id) !== undefined;
  expect(accessKeys.setDisabled("bob", key.access_key_id, true)).toBe(false);
  accessKeys.setDisabled("ann", key.access_key_id, true);
  expect(isKnown()).toBe(false);
  accessKeys.setDisabled("ann", key.access_key_id, false);
  expect(isKnown()).toBe(true);
  accounts.users.setDisabled("ann", true);
  expect(isKnown()).toBe(false);
  accounts.users.setDisabled("ann", false);
  expect(accessKeys.remove("bob", key.access_key_id)).toBe(false);
  expect(accessKeys.remove("ann", key.access_key_id)).toBe(true);
  expect(isKnown()).toBe(false);
});

it("a user has ten keys at most", async () => {
  const { accessKeys } = await openWithKey();
  for (let made = 1; made < keysPerUser; made += 1) {
    expect(accessKeys.add("ann", "")).toBeDefined();
  }
  expect(accessKeys.add("ann", "")).toBeUndefined();
  expect(accessKeys.list("ann")).toHaveLength(keysPerUser);
});

it("secrets do not open without their key, and a person is told what to do", async () => {
  const { key, folder, open } = await openWithKey();
  const file = join(folder, "access-keys.key");
  const failure = (text: string | undefined) => {
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    const accounts = open();
    try {
      accounts.accessKeys.find(key.access_key_id);
    } catch (error) {
      return error;
    } finally {
      accounts.close();
    }
    return undefined;
  };
  for (const text of [undefined, "", "short", Buffer.alloc(32).toString("base64")]) {
    const error = failure(text);
    expect(error).toBeInstanceOf(DatabaseFileError);
    expect(String(error)).toContain("put it back from a backup");
  }
});
