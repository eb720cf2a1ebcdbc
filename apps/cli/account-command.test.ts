import { afterEach, beforeEach, expect, test } from "vitest";
import { Workbench } from "./cli-fixture.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.remove());

const run = (...args: string[]) => bench.run(args);

test("a user is added with a password that is shown once, and may do what the roles say", async () => {
  const added = await run("user", "add", "ann", "--role", "readonly", "--project", "p1");
  expect(added.code).toBe(0);
  const [, password = ""] = /with the password (\S+)/.exec(added.stdout) ?? [];
  expect((await run("project", "add", "p1", "--region", "eu-west-0")).code).toBe(0);
  const accounts = bench.openAccounts();
  expect(await accounts.users.verify("ann", password)).toBe(true);
  expect(accounts.permissionsOf("ann").projects.map(({ project }) => project)).toEqual([
    { project_id: "p1", name: "eu-west-0", region: "eu-west-0" },
  ]);
  accounts.close();
  const listed = await run("user", "list");
  expect(listed.stdout).toBe("ann    CTS ReadOnlyAccess in p1\n");
  expect((await run("project", "list")).stdout).toBe("p1  eu-west-0  eu-west-0\n");
});

test("roles, standing and password change, and a user goes", async () => {
  await run("user", "add", "ann");
  expect((await run("user", "roles", "ann", "--role", "full", "--role", "readonly")).code).toBe(0);
  expect((await run("user", "disable", "ann")).stdout).toBe("ann is disabled.\n");
  expect((await run("user", "list")).stdout).toContain("disabled");
  expect((await run("user", "enable", "ann")).code).toBe(0);
  const changed = await run("user", "password", "ann");
  const accounts = bench.openAccounts();
  const [, password = ""] = /with the password (\S+)/.exec(changed.stdout) ?? [];
  expect(await accounts.users.verify("ann", password)).toBe(true);
  expect(accounts.users.find("ann")?.grants.map(({ role }) => role)).toEqual([
    "CTS FullAccess",
    "CTS ReadOnlyAccess",
  ]);
  accounts.close();
  expect((await run("user", "remove", "ann")).code).toBe(0);
  expect((await run("user", "list")).stdout).toBe("");
});

test("who comes from the identity provider has their roles and their password from there", async () => {
  const accounts = bench.openAccounts();
  const identity = { issuer: "https://login.example", subject: "1", name: "carol", grants: [] };
  accounts.providerUsers.admit(identity);
  accounts.close();
  expect((await run("user", "list")).stdout).toBe("carol  identity provider\n");
  for (const action of ["roles", "password"]) {
    const { code, stderr } = await run("user", action, "carol");
    expect(code).toBe(2);
    expect(stderr).toContain("carol signs in at the identity provider");
  }
  expect((await run("user", "disable", "carol")).code).toBe(0);
});

test("a key is made, listed without its secret, disabled and removed", async () => {
  await run("user", "add", "ann");
  const made = await run("key", "add", "ann", "--description", "pipeline");
  const [, id = "", secret = ""] = /id:\s+(\S+)\n.*key:\s+(\S+)/.exec(made.stdout) ?? [];
  const find = () => {
    const accounts = bench.openAccounts();
    const found = accounts.accessKeys.find(id);
    accounts.close();
    return found;
  };
  expect(find()).toEqual({ user: "ann", secret });
  const listed = await run("key", "list");
  expect(listed.stdout).toContain(id);
  expect(listed.stdout).toContain("pipeline");
  expect(listed.stdout).not.toContain(secret);
  expect((await run("key", "disable", id)).code).toBe(0);
  expect(find()).toBeUndefined();
  expect((await run("key", "enable", id)).code).toBe(0);
  expect(find()).toBeDefined();
  expect((await run("key", "remove", id)).code).toBe(0);
  expect(find()).toBeUndefined();
});

test.each([
  [["user"], "Say what to do"],
  [["user", "add"], "add needs one user name"],
  [["user", "add", "a b"], "without spaces"],
  [["user", "add", "ann", "--role", "root"], "--role is one of"],
  [["user", "disable", "nobody"], "There is no user nobody"],
  [["user", "frobnicate"], 'user knows no "frobnicate"'],
  [["key", "add", "nobody"], "There is no user nobody"],
  [["key", "disable", "nothing"], "There is no access key nothing"],
  [["project", "add", "p1"], "region"],
])("%j: exit code 2 and what to do", async (args, told) => {
  const { code, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});

test.each(["user", "project", "key"])("%s --help tells how it is used", async (command) => {
  const { code, stdout } = await run(command, "--help");
  expect(code).toBe(0);
  expect(stdout).toContain(`trace-console -- ${command} ACTION`);
});

test("what is changed is recorded in the project that was registered first", async () => {
  await run("project", "add", "p1", "--region", "eu-west-0");
  await run("user", "add", "ann", "--role", "readonly");
  await run("user", "list");
  const store = bench.openStore();
  const query = { from: 0, to: Date.now() + 1000, trace_type: "system", limit: 10 } as const;
  const { traces } = await store.list("p1", query);
  await store.close();
  const recorded = traces.map(({ wire }) => String(wire));
  expect(recorded).toHaveLength(2);
  expect(recorded[1]).toContain('"trace_name":"createProject"');
  expect(recorded[0]).toContain('"trace_name":"createUser"');
  expect(recorded[0]).toContain('"resource_name":"ann"');
  expect(recorded[0]).toContain('"trace_type":"SystemAction"');
});
