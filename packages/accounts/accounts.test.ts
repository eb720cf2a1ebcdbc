import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { describe, expect, it, onTestFinished } from "vitest";
import { openAccounts } from "./accounts.ts";
import { hashPassword, TooBusyError, verifyPassword } from "./password.ts";

const minute = 60_000;

function openTestAccounts() {
  const folder = mkdtempSync(join(tmpdir(), "accounts-"));
  const file = join(folder, "accounts.db");
  const time = { now: Date.UTC(2026, 2, 11) };
  const accounts = openAccounts({ file, clock: () => time.now });
  onTestFinished(() => {
    accounts.close();
    rmSync(folder, { recursive: true });
  });
  for (const region of ["cn-north-4", "eu-west-101"]) {
    accounts.registerProject({ project_id: `id of ${region}`, name: region, region });
  }
  return { accounts, time, file };
}

describe("accounts", () => {
  it("a right password opens a session, a wrong one and an unknown user do not", async () => {
    const { accounts } = openTestAccounts();
    expect(accounts.hasUsers()).toBe(false);
    await accounts.setUser("ann", "correct horse", { projects: "all" });
    expect(accounts.hasUsers()).toBe(true);
    const token = (await accounts.signIn("ann", "correct horse")) ?? "";
    expect(accounts.findSession(token)?.user).toBe("ann");
    expect(await accounts.signIn("ann", "Correct horse")).toBeUndefined();
    expect(await accounts.signIn("bob", "correct horse")).toBeUndefined();
    expect(accounts.findSession("guess")?.user).toBeUndefined();
  });

  it("the first user is created once, whoever else starts at the same time", async () => {
    const { accounts } = openTestAccounts();
    const created = await Promise.all([
      accounts.addFirstUser("admin", "one"),
      accounts.addFirstUser("admin", "two"),
    ]);
    expect(created.toSorted()).toEqual([false, true]);
    const tokens = [await accounts.signIn("admin", "one"), await accounts.signIn("admin", "two")];
    expect(tokens.map((token) => token !== undefined)).toEqual(created);
    expect(accounts.projectsOf("admin")).toHaveLength(2);
  });

  it("a session ends by signing out, after 30 idle minutes and after 12 hours", async () => {
    const { accounts, time } = openTestAccounts();
    await accounts.setUser("ann", "pw", { projects: "all" });
    const [first = "", second = "", third = ""] = [
      await accounts.signIn("ann", "pw"),
      await accounts.signIn("ann", "pw"),
      await accounts.signIn("ann", "pw"),
    ];
    accounts.signOut(first);
    expect(accounts.findSession(first)?.user).toBeUndefined();
    time.now += 30 * minute;
    expect(accounts.findSession(second)?.user).toBe("ann");
    time.now += 1;
    expect(accounts.findSession(third)?.user).toBeUndefined();
    for (let at = 31; at < 12 * 60; at += 20) {
      expect(accounts.findSession(second)?.user).toBe("ann");
      time.now += 20 * minute;
    }
    time.now = Date.UTC(2026, 2, 11, 12);
    expect(accounts.findSession(second)?.user).toBe("ann");
    time.now += 1;
    expect(accounts.findSession(second)?.user).toBeUndefined();
  });

  it("what a session's lookup found holds until the version changes or its time has come", async () => {
    const { accounts, time, file } = openTestAccounts();
    await accounts.setUser("ann", "pw", { projects: "all" });
    const token = (await accounts.signIn("ann", "pw")) ?? "";
    const before = accounts.version();
    expect(accounts.findSession(token)?.until).toBe(time.now + minute);
    expect(accounts.version()).toBe(before);
    const versions = [before];
    accounts.registerProject({ project_id: "new", name: "new", region: "cn-north-4" });
    versions.push(accounts.version());
    time.now += minute + 1;
    accounts.findSession(token);
    versions.push(accounts.version());
    expect(accounts.findSession(token)?.until).toBe(time.now + minute);
    const other = openAccounts({ file, clock: () => time.now });
    other.signOut(token);
    other.close();
    await setImmediate();
    versions.push(accounts.version());
    expect(new Set(versions).size).toBe(4);
  });

  it("a session reads on when its last use cannot be written, as on a full disk", async () => {
    const { accounts, time, file } = openTestAccounts();
    await accounts.setUser("ann", "pw", { projects: "all" });
    const token = (await accounts.signIn("ann", "pw")) ?? "";
    const beside = openDatabase(file, "");
    beside.exec(
      "CREATE TRIGGER full BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    beside.close();
    time.now += 20 * minute;
    expect(accounts.findSession(token)?.user).toBe("ann");
    time.now += 11 * minute;
    expect(accounts.findSession(token)?.user).toBeUndefined();
  });

  it("a user reads the projects granted, or all, also those registered later", async () => {
    const { accounts } = openTestAccounts();
    await accounts.setUser("ann", "pw", { projects: "all" });
    await accounts.setUser("bob", "pw", { projects: ["id of eu-west-101"] });
    accounts.registerProject({ project_id: "new", name: "new", region: "cn-north-4" });
    const ids = (user: string) => accounts.projectsOf(user).map((project) => project.project_id);
    expect(ids("ann")).toEqual(["id of cn-north-4", "new", "id of eu-west-101"]);
    expect(ids("bob")).toEqual(["id of eu-west-101"]);
    expect(ids("nobody")).toEqual([]);
  });

  it("a registered project keeps its region and learns its domain id", () => {
    const { accounts } = openTestAccounts();
    const again = { project_id: "id of cn-north-4", name: "x", region: "x", domain_id: "d" };
    expect(accounts.registerProject(again)).toEqual({
      project_id: "id of cn-north-4",
      name: "cn-north-4",
      region: "cn-north-4",
      domain_id: "d",
    });
    expect(accounts.findProject("id of cn-north-4")?.domain_id).toBe("d");
    expect(accounts.findProjectByName("eu-west-101")?.project_id).toBe("id of eu-west-101");
  });

  it("neither password nor session token is in the file", async () => {
    const { accounts, file } = openTestAccounts();
    await accounts.setUser("ann", "canary-password", { projects: "all" });
    const token = (await accounts.signIn("ann", "canary-password")) ?? "";
    accounts.close();
    const bytes = readFileSync(file).toString("latin1");
    expect(bytes).not.toContain("canary-password");
    expect(bytes).not.toContain(token);
  });

  it("a crowd of sign-ins waits in turn, and what cannot wait is told so", async () => {
    const hash = await hashPassword("pw");
    const results = await Promise.allSettled(
      Array.from({ length: 70 }, () => verifyPassword("pw", hash)),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(4);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(TooBusyError);
    expect(await verifyPassword("pw", hash)).toBe(true);
  }, 30_000);
});
