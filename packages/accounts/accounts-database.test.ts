import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import { expect, it, onTestFinished } from "vitest";
import { openAccounts } from "./accounts.ts";
import { migrations } from "./migrations.ts";
import { hashPassword } from "./password.ts";

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "accounts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "accounts.db");
}

it("users of the first layout keep their password and what they may read", async () => {
  const file = newFile();
  const first = openDatabase(file, migrations[0] ?? "");
  const hash = await hashPassword("pw");
  first.exec(`
    INSERT INTO project VALUES ('north', 'cn-north-4', 'cn-north-4', NULL);
    INSERT INTO project VALUES ('dublin', 'eu-west-101', 'eu-west-101', NULL);
    INSERT INTO user VALUES ('admin', '${hash}', 1), ('ann', '${hash}', 0);
    INSERT INTO project_reader VALUES ('ann', 'dublin');
    CREATE TABLE session (token_hash BLOB PRIMARY KEY, user TEXT, created INTEGER, last_seen INTEGER);
  `);
  first.close();
  const accounts = openAccounts({ file, clock: Date.now });
  expect(await accounts.users.verify("admin", "pw")).toBe(true);
  const projectsOf = (user: string) =>
    accounts.permissionsOf(user).projects.map(({ project }) => project.project_id);
  expect(projectsOf("admin")).toEqual(["north", "dublin"]);
  expect(projectsOf("ann")).toEqual(["dublin"]);
  expect(accounts.permissionsOf("admin").actions.has("tc:user:manage")).toBe(true);
  expect(accounts.permissionsOf("ann").actions.size).toBe(0);
  accounts.sessions.open("ann", { address: "", user_agent: "" });
  accounts.close();
  openAccounts({ file, clock: Date.now }).close();
});

it("users of the second layout keep password and roles, and none is a provider's", async () => {
  const file = newFile();
  const second = openDatabase(file, migrations.slice(0, 2).join(""));
  const hash = await hashPassword("pw");
  second.exec(`
    INSERT INTO user (name, password, created) VALUES ('ann', '${hash}', 1);
    INSERT INTO role_grant VALUES ('ann', 'CTS ReadOnlyAccess', '*');
    PRAGMA user_version = 2;
  `);
  second.close();
  const accounts = openAccounts({ file, clock: Date.now });
  expect(await accounts.users.verify("ann", "pw")).toBe(true);
  expect(accounts.users.list()).toEqual([
    {
      name: "ann",
      isDisabled: false,
      isFromProvider: false,
      created: 1,
      grants: [{ role: "CTS ReadOnlyAccess", project_id: "*" }],
    },
  ]);
  const identity = { issuer: "https://login.example", subject: "1", name: "bob", grants: [] };
  expect(accounts.providerUsers.admit(identity)).toEqual({ user: "bob" });
  accounts.close();
});

it("users of the third layout can save views", async () => {
  const file = newFile();
  const third = openDatabase(file, migrations.slice(0, 3).join(""));
  third.exec(`
    INSERT INTO user (name, password, created) VALUES ('ann', '', 1);
    PRAGMA user_version = 3;
  `);
  third.close();
  const accounts = openAccounts({ file, clock: Date.now });
  const reader = { user: "ann", isAdministrator: false };
  const made = accounts.savedViews.add("north", reader, {
    name: "all",
    is_shared: false,
    state: { filter: { trace_type: "system" }, range: { preset: "1h" } },
  });
  expect(accounts.savedViews.list("north", reader).views).toEqual([made]);
  accounts.close();
});

it("a file of a later version is left alone", () => {
  const file = newFile();
  openAccounts({ file, clock: Date.now }).close();
  const later = openDatabase(file, `PRAGMA user_version = ${migrations.length + 1}`);
  later.close();
  expect(() => openAccounts({ file, clock: Date.now })).toThrow(DatabaseFileError);
  expect(() => openAccounts({ file, clock: Date.now })).toThrow("later version");
});
