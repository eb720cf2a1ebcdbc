import { describe, expect, it } from "vitest";
import { openTestAccounts, origin, readerOf } from "./accounts-fixture.ts";
import type { ProviderIdentity } from "./provider-users.ts";

/** Carol, as the provider of the tests knows her. */
const carol: ProviderIdentity = {
  issuer: "https://login.example",
  subject: "248289761001",
  name: "carol",
  grants: readerOf("north"),
};

describe("users of an identity provider", () => {
  it("who comes for the first time becomes a user, and is the same one the next time", () => {
    const { users, providerUsers } = openTestAccounts().accounts;
    expect(providerUsers.admit(carol)).toEqual({ user: "carol" });
    expect(providerUsers.admit(carol)).toEqual({ user: "carol" });
    expect(users.list()).toMatchObject([
      { name: "carol", isFromProvider: true, isDisabled: false, grants: readerOf("north") },
    ]);
  });

  it("another name at the provider is the same user; the same name is not", () => {
    const { users, providerUsers } = openTestAccounts().accounts;
    providerUsers.admit(carol);
    expect(providerUsers.admit({ ...carol, name: "carol.smith" })).toEqual({ user: "carol" });
    for (const other of [{ subject: "2" }, { issuer: "https://other.example" }]) {
      expect(providerUsers.admit({ ...carol, ...other })).toEqual({
        refused: "name_taken",
        name: "carol",
      });
    }
    expect(users.list()).toHaveLength(1);
  });

  it("a user with a password is never taken over", async () => {
    const { users, providerUsers } = openTestAccounts().accounts;
    await users.add("carol", "pw", readerOf("dublin"));
    const before = users.list();
    expect(providerUsers.admit(carol)).toEqual({ refused: "name_taken", name: "carol" });
    expect(users.list()).toEqual(before);
    expect(await users.verify("carol", "pw")).toBe(true);
  });

  it("no password fits such a user, and none can be set", async () => {
    const { users, providerUsers } = openTestAccounts().accounts;
    providerUsers.admit(carol);
    expect(await users.verify("carol", "")).toBe(false);
    expect(await users.setPassword("carol", "correct horse battery")).toBe(false);
    expect(await users.verify("carol", "correct horse battery")).toBe(false);
  });

  it("a disabled user stays out, under another name too, until enabled again", () => {
    const { users, providerUsers } = openTestAccounts().accounts;
    providerUsers.admit(carol);
    users.setDisabled("carol", true);
    const refused = { refused: "disabled", name: "carol" };
    expect(providerUsers.admit({ ...carol, grants: readerOf("dublin") })).toEqual(refused);
    expect(providerUsers.admit({ ...carol, name: "other" })).toEqual(refused);
    expect(users.find("carol")?.grants).toEqual(readerOf("north"));
    users.setDisabled("carol", false);
    expect(providerUsers.admit(carol)).toEqual({ user: "carol" });
  });

  it("roles become those of the last sign-in, and only a change ends other sessions", () => {
    const { users, providerUsers, sessions } = openTestAccounts().accounts;
    const twice = [...readerOf("north", "dublin"), ...readerOf("north")];
    providerUsers.admit({ ...carol, grants: twice });
    const session = sessions.open("carol", origin);
    providerUsers.admit({ ...carol, grants: readerOf("dublin", "north") });
    expect(sessions.find(session)?.user).toBe("carol");
    providerUsers.admit({ ...carol, grants: readerOf("dublin") });
    expect(sessions.find(session)).toBeUndefined();
    expect(users.find("carol")?.grants).toEqual(readerOf("dublin"));
    providerUsers.admit({ ...carol, grants: [] });
    expect(users.find("carol")?.grants).toEqual([]);
  });

  it("a removed user comes back as a new one", () => {
    const { users, providerUsers } = openTestAccounts().accounts;
    providerUsers.admit(carol);
    expect(users.remove("carol")).toBe(true);
    expect(providerUsers.admit({ ...carol, name: "caro" })).toEqual({ user: "caro" });
    expect(users.list().map(({ name }) => name)).toEqual(["caro"]);
  });
});
