import { openDatabase } from "@trace-console/sqlite/open-database";
import { expect, it } from "vitest";
import { minute, openTestAccounts, origin } from "./accounts-fixture.ts";

async function openWithAnn() {
  const test = openTestAccounts();
  await test.accounts.users.add("ann", "pw", []);
  return { ...test, sessions: test.accounts.sessions };
}

it("a session ends by signing out, after 30 idle minutes and after 12 hours", async () => {
  const { sessions, time } = await openWithAnn();
  const [first, second, third] = [
    sessions.open("ann", origin),
    sessions.open("ann", origin),
    sessions.open("ann", origin),
  ];
  sessions.end(first);
  expect(sessions.find(first)).toBeUndefined();
  time.now += 30 * minute;
  expect(sessions.find(second)?.user).toBe("ann");
  time.now += 1;
  expect(sessions.find(third)).toBeUndefined();
  for (let at = 31; at < 12 * 60; at += 20) {
    expect(sessions.find(second)?.user).toBe("ann");
    time.now += 20 * minute;
  }
  time.now = Date.UTC(2026, 2, 11, 12);
  expect(sessions.find(second)?.user).toBe("ann");
  time.now += 1;
  expect(sessions.find(second)).toBeUndefined();
  expect(sessions.find("guess")).toBeUndefined();
});

it("what a lookup found holds until its time has come; looking up writes once a minute", async () => {
  const { accounts, sessions, time } = await openWithAnn();
  const token = sessions.open("ann", origin);
  const before = accounts.version();
  expect(sessions.find(token)?.until).toBe(time.now + minute);
  expect(accounts.version()).toBe(before);
  time.now += minute + 1;
  sessions.find(token);
  expect(accounts.version()).not.toBe(before);
  expect(sessions.find(token)?.until).toBe(time.now + minute);
});

it("a session reads on when its last use cannot be written, as on a full disk", async () => {
  const { sessions, time, file } = await openWithAnn();
  const token = sessions.open("ann", origin);
  const beside = openDatabase(file, "");
  beside.exec(
    "CREATE TRIGGER full BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'no room'); END",
  );
  beside.close();
  time.now += 20 * minute;
  expect(sessions.find(token)?.user).toBe("ann");
  time.now += 11 * minute;
  expect(sessions.find(token)).toBeUndefined();
});

it("users see where they are signed in, and end one session or all", async () => {
  const { accounts, sessions, time } = await openWithAnn();
  await accounts.users.add("bob", "pw", []);
  const older = sessions.open("ann", { address: "192.0.2.1", user_agent: "a".repeat(1000) });
  time.now += minute;
  const newer = sessions.open("ann", { address: "192.0.2.2", user_agent: "Firefox" });
  const [first, second, ...others] = sessions.list("ann");
  expect(others).toEqual([]);
  expect(first).toMatchObject({ address: "192.0.2.2", user_agent: "Firefox", created: time.now });
  expect(second?.user_agent).toHaveLength(200);
  expect(sessions.endOne("bob", first?.session_id ?? "")).toBe(false);
  expect(sessions.endOne("ann", first?.session_id ?? "")).toBe(true);
  expect(sessions.find(newer)).toBeUndefined();
  expect(sessions.find(older)?.user).toBe("ann");
  sessions.endAll("ann");
  expect(sessions.list("ann")).toEqual([]);
});
