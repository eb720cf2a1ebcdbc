import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { minute, openTestAccounts, origin, readerOf } from "./accounts-fixture.ts";

describe("permissions", () => {
  it("a user may do what the roles say where they hold, or everywhere, also in later projects", async () => {
    const { accounts } = openTestAccounts();
    await accounts.users.add("ann", "pw", [
      { role: "CTS FullAccess", project_id: "*" },
      { role: "Trace Console Administrator", project_id: "*" },
    ]);
    await accounts.users.add("bob", "pw", readerOf("dublin"));
    accounts.projects.register({ project_id: "new", name: "new", region: "cn-north-4" });
    const ids = (user: string) =>
      accounts.permissionsOf(user).projects.map(({ project }) => project.project_id);
    expect(ids("ann")).toEqual(["north", "new", "dublin"]);
    expect(ids("bob")).toEqual(["dublin"]);
    expect(ids("nobody")).toEqual([]);
    const [ofBob] = accounts.permissionsOf("bob").projects;
    expect(ofBob?.actions.has("cts:trace:list")).toBe(true);
    expect(ofBob?.actions.has("cts:tracker:update")).toBe(false);
    expect(accounts.permissionsOf("bob").actions.size).toBe(0);
    expect(accounts.permissionsOf("ann").actions.has("tc:user:manage")).toBe(true);
  });

  it("administering the console gives no trace to read", async () => {
    const { accounts } = openTestAccounts();
    await accounts.users.add("eve", "pw", [
      { role: "Trace Console Administrator", project_id: "*" },
    ]);
    expect(accounts.permissionsOf("eve").projects).toEqual([]);
  });

  it("a disabled user may do nothing until enabled again", async () => {
    const { accounts } = openTestAccounts();
    await accounts.users.add("bob", "pw", readerOf("dublin"));
    accounts.users.setDisabled("bob", true);
    expect(accounts.permissionsOf("bob").projects).toEqual([]);
    expect(await accounts.users.verify("bob", "pw")).toBe(false);
    accounts.users.setDisabled("bob", false);
    expect(accounts.permissionsOf("bob").projects).toHaveLength(1);
    expect(await accounts.users.verify("bob", "pw")).toBe(true);
  });
});

describe("users", () => {
  it("a right password is told from a wrong one and from an unknown user", async () => {
    const { accounts } = openTestAccounts();
    expect(accounts.users.hasAny()).toBe(false);
    expect(await accounts.users.add("ann", "correct horse", [])).toBe(true);
    expect(await accounts.users.add("ann", "other", [])).toBe(false);
    expect(accounts.users.hasAny()).toBe(true);
    expect(await accounts.users.verify("ann", "correct horse")).toBe(true);
    expect(await accounts.users.verify("ann", "Correct horse")).toBe(false);
    expect(await accounts.users.verify("bob", "correct horse")).toBe(false);
  });

  it("the first user is created once, whoever else starts at the same time", async () => {
    const { accounts } = openTestAccounts();
    const created = await Promise.all([
      accounts.users.addFirst("admin", "one", []),
      accounts.users.addFirst("admin", "two", []),
    ]);
    expect(created.toSorted()).toEqual([false, true]);
    const isRight = [
      await accounts.users.verify("admin", "one"),
      await accounts.users.verify("admin", "two"),
    ];
    expect(isRight).toEqual(created);
  });

  it.each(["password", "roles", "standing"])(
    "a change of the %s ends the user's sessions and tokens, and nobody else's",
    async (what) => {
      const { accounts } = openTestAccounts();
      const { users, sessions, tokens } = accounts;
      await users.add("ann", "pw", []);
      await users.add("bob", "pw", []);
      const [ann, bob] = [sessions.open("ann", origin), sessions.open("bob", origin)];
      const { token } = tokens.issue("ann", {});
      if (what === "password") await users.setPassword("ann", "new");
      else if (what === "roles") users.setGrants("ann", readerOf("north"));
      else users.setDisabled("ann", true);
      expect(sessions.find(ann)).toBeUndefined();
      expect(tokens.find(token)).toBeUndefined();
      expect(sessions.find(bob)?.user).toBe("bob");
    },
  );

  it("a removed user leaves nothing that opens", async () => {
    const { accounts } = openTestAccounts();
    await accounts.users.add("ann", "pw", readerOf("north"));
    const session = accounts.sessions.open("ann", origin);
    const key = accounts.accessKeys.add("ann", "");
    expect(accounts.users.remove("ann")).toBe(true);
    expect(accounts.users.remove("ann")).toBe(false);
    expect(accounts.sessions.find(session)).toBeUndefined();
    expect(accounts.accessKeys.find(key?.access_key_id ?? "")).toBeUndefined();
    expect(accounts.users.list()).toEqual([]);
  });
});

describe("tokens", () => {
  it("a token is valid for 24 hours, for the scope that it was issued for", async () => {
    const { accounts, time } = openTestAccounts();
    await accounts.users.add("ann", "pw", []);
    const { token, expires } = accounts.tokens.issue("ann", { project_id: "north" });
    expect(expires).toBe(time.now + 24 * 60 * minute);
    time.now = expires;
    expect(accounts.tokens.find(token)).toMatchObject({ user: "ann", project_id: "north" });
    time.now += 1;
    expect(accounts.tokens.find(token)).toBeUndefined();
    expect(accounts.tokens.find("guess")).toBeUndefined();
  });
});

it("a registered project keeps its region and learns its domain id", () => {
  const { projects } = openTestAccounts().accounts;
  const again = { project_id: "north", name: "x", region: "x", domain_id: "d" };
  expect(projects.register(again)).toEqual({
    project_id: "north",
    name: "cn-north-4",
    region: "cn-north-4",
    domain_id: "d",
  });
  expect(projects.find("north")?.domain_id).toBe("d");
  expect(projects.findByName("eu-west-101")?.project_id).toBe("dublin");
});

it("the version changes with every write, of this process or another", async () => {
  const { accounts, open } = openTestAccounts();
  const versions = [accounts.version()];
  expect(accounts.version()).toBe(versions[0]);
  accounts.projects.register({ project_id: "new", name: "new", region: "cn-north-4" });
  versions.push(accounts.version());
  const other = open();
  await other.users.add("ann", "pw", []);
  other.close();
  await setImmediate();
  versions.push(accounts.version());
  expect(new Set(versions).size).toBe(3);
});

it("no password, session, token or secret of an access key is in the database", async () => {
  const { accounts, file } = openTestAccounts();
  await accounts.users.add("ann", "canary-password", []);
  const canaries = [
    "canary-password",
    accounts.sessions.open("ann", origin),
    accounts.tokens.issue("ann", {}).token,
    accounts.accessKeys.add("ann", "")?.secret ?? "",
  ];
  accounts.close();
  const bytes = readFileSync(file).toString("latin1");
  for (const canary of canaries) {
    expect(canary.length).toBeGreaterThan(10);
    expect(bytes).not.toContain(canary);
  }
});
