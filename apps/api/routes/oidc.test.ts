import { oidcClient } from "@trace-console/test-identity-provider/identity-provider";
import { describe, expect, it } from "vitest";
import { attemptMs } from "../oidc/sign-in-attempts.ts";
import { hour, otherProject, project } from "../test-app.ts";
import { TestBrowser } from "../test-browser.ts";
import { callback, everywhere, openOidcConsole } from "../test-oidc-console.ts";

/** What the console answers to a sign-in that comes to nothing. */
const refused = (reason: string) => ({
  to: `/?sign_in=failed&reason=${reason}`,
  session: undefined,
});

describe("signing in at the identity provider", () => {
  it.each([
    ["in the ID token", true],
    ["only when it is asked for more", false],
  ])("opens a session with the roles of one's groups, told %s", async (_, isToldInToken) => {
    const { app, accounts, signIn, projectsOf } = await openOidcConsole({ isToldInToken });
    const { to, session = "" } = await signIn("c1", "/trace-list?region=cn-north-4#top");
    expect(to).toBe("/trace-list?region=cn-north-4#top");
    const reply = await app.inject({ url: "/api/session", cookies: { cts_sid: session } });
    expect(reply.json()).toMatchObject({ user: "carol", actions: [] });
    expect(projectsOf("carol")).toEqual([otherProject, project].toSorted());
    expect(accounts.users.find("carol")?.isFromProvider).toBe(true);
    expect(accounts.sessions.list("carol")).toMatchObject([{ address: "127.0.0.1" }]);
  });

  it("asks with state, nonce and PKCE, all new each time, and a cookie that no script reads", async () => {
    const { begin } = await openOidcConsole();
    const [first, second] = [await begin(), await begin()];
    const [asked, askedAgain] = [new URL(first.location), new URL(second.location)];
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      client_id: oidcClient.client_id,
      response_type: "code",
      redirect_uri: callback,
      scope: "openid profile",
      code_challenge_method: "S256",
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      const value = asked.searchParams.get(name) ?? "";
      expect(value.length).toBeGreaterThanOrEqual(43);
      expect(askedAgain.searchParams.get(name)).not.toBe(value);
    }
    const [cookie] = first.cookies;
    expect(cookie).toMatchObject({
      name: "cts_oidc",
      httpOnly: true,
      sameSite: "Lax",
      path: "/api/session/oidc",
      maxAge: attemptMs / 1000,
    });
    expect(second.cookies[0]?.value).not.toBe(cookie?.value);
  });

  it("ends the session that the browser had before", async () => {
    const { accounts, session, come, finish } = await openOidcConsole();
    const { back, ours } = await come("c1");
    await finish(back, { ...ours, cts_sid: session });
    expect(accounts.sessions.find(session)).toBeUndefined();
  });

  it.each(["state", "code", "iss"])("refuses an answer with another %s", async (name) => {
    const { come, finish } = await openOidcConsole();
    const { back, ours } = await come("c1");
    back.searchParams.set(name, "guess");
    expect(await finish(back, ours)).toEqual(refused("rejected"));
  });

  it.each(["nonce", "code_challenge"])("refuses the answer to another %s", async (name) => {
    const { begin, finish } = await openOidcConsole();
    const { location, ours } = await begin();
    const address = new URL(location);
    address.searchParams.set(name, "A".repeat(43));
    const back = await new TestBrowser().signIn(address.href, "c1", callback);
    expect(await finish(back, ours)).toEqual(refused("rejected"));
  });

  it("takes an answer once, from the browser that began, within ten minutes", async () => {
    const { time, come, finish } = await openOidcConsole();
    const first = await come("c1");
    expect(await finish(first.back, {})).toEqual(refused("expired"));
    expect((await finish(first.back, first.ours)).session).toBeDefined();
    expect(await finish(first.back, first.ours)).toEqual(refused("expired"));
    const [second, third] = [await come("c1"), await come("c1")];
    expect(await finish(second.back, third.ours)).toEqual(refused("rejected"));
    time.now += attemptMs + 1;
    expect(await finish(second.back, second.ours)).toEqual(refused("expired"));
  });

  it("lets nobody in whom the provider does not", async () => {
    const { accounts, signIn } = await openOidcConsole();
    expect(await signIn(undefined)).toEqual(refused("denied"));
    expect(accounts.users.list()).toHaveLength(1);
  });

  it("keeps a disabled user out", async () => {
    const { accounts, signIn } = await openOidcConsole();
    await signIn("c1");
    accounts.users.setDisabled("carol", true);
    expect(await signIn("c1")).toEqual(refused("disabled"));
    expect(accounts.sessions.list("carol")).toEqual([]);
  });

  it("never takes over a user who has a password", async () => {
    const { accounts, signIn } = await openOidcConsole();
    const before = accounts.users.list();
    expect(await signIn("a1")).toEqual(refused("name_taken"));
    expect(accounts.users.list()).toEqual(before);
    expect(await accounts.users.verify("ann", "pw")).toBe(true);
  });

  it.each(["s1", "n1"])("refuses who has no name that can be used here (%s)", async (login) => {
    const { accounts, signIn } = await openOidcConsole();
    expect(await signIn(login)).toEqual(refused("no_user_name"));
    expect(accounts.users.list()).toHaveLength(1);
  });

  it("gives the roles of the groups of today, and none for a group that is not named", async () => {
    const { accounts, people, signIn, projectsOf } = await openOidcConsole();
    const browser = new TestBrowser();
    const groupsGive = async (groups: unknown) => {
      people["c1"] = { preferred_username: "carol", groups };
      await signIn("c1", "/", browser);
      return projectsOf("carol");
    };
    expect(await groupsGive(["operators"])).toHaveLength(3);
    expect(accounts.users.find("carol")?.grants).toContainEqual(everywhere[0]);
    expect(await groupsGive("auditors")).toEqual([otherProject, project].toSorted());
    for (const groups of [[], ["constructor", "__proto__", "Auditors"], [{ a: 1 }], undefined]) {
      expect(await groupsGive(groups)).toEqual([otherProject]);
    }
  });

  it.each(["//evil.example/", "/.//evil.example", "https://evil.example/"])(
    "leads to no other site: %s",
    async (to) => {
      const { signIn } = await openOidcConsole();
      expect((await signIn("c1", to)).to).toBe("/");
    },
  );

  it("tells when the provider is down, and works once it is up", async () => {
    const { provider, begin, come, finish, signIn } = await openOidcConsole();
    await provider.close();
    expect((await begin()).location).toBe(refused("unavailable").to);
    await provider.reopen();
    const { back, ours } = await come("c1");
    await provider.close();
    expect(await finish(back, ours)).toEqual(refused("unavailable"));
    await provider.reopen();
    expect((await signIn("c1")).to).toBe("/");
  });

  it("asks the provider about itself once an hour", async () => {
    const { provider, begin, time } = await openOidcConsole();
    const discoveries = () => provider.asked.filter((path) => path.includes("/.well-known/"));
    for (let times = 0; times < 3; times += 1) await begin();
    expect(discoveries()).toHaveLength(1);
    time.now += hour;
    await begin();
    expect(discoveries()).toHaveLength(2);
  });

  it("begins nothing for a HEAD", async () => {
    const { app } = await openOidcConsole();
    const reply = await app.inject({ method: "HEAD", url: "/api/session/oidc" });
    expect([reply.statusCode, reply.cookies]).toEqual([404, []]);
  });

  it("is refused when the provider does not know the console's secret", async () => {
    const { signIn } = await openOidcConsole({ changes: { client_secret: "another" } });
    expect(await signIn("c1")).toEqual(refused("rejected"));
  });

  it("works with the secret in the body", async () => {
    const changes = { client_authentication: "client_secret_post" };
    const { signIn } = await openOidcConsole({ changes });
    expect((await signIn("c1")).session).toBeDefined();
  });
});
