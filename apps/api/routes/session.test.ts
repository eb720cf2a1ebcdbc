import { sessionsSchema } from "@trace-console/contracts/administration-api";
import { errorBodySchema } from "@trace-console/contracts/console-api";
import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { Callers } from "../callers.ts";
import { addAccess } from "../plugins/access.ts";
import { WireCallers } from "../plugins/wire-caller.ts";
import { openTestApp } from "../test-app.ts";

type TestApp = Awaited<ReturnType<typeof openTestApp>>;

function signIn({ app }: TestApp, payload: object | string, headers: Record<string, string> = {}) {
  return app.inject({
    method: "POST",
    url: "/api/session",
    headers: { "content-type": "application/json", ...headers },
    payload,
  });
}

describe("/api/session", () => {
  it("a sign-in sets a cookie that no script reads, and signing out ends the session", async () => {
    const test = await openTestApp();
    const reply = await signIn(test, { user: "ann", password: "pw" });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ user: "ann", retention_days: 7 });
    const [cookie] = reply.cookies;
    expect(cookie).toMatchObject({ name: "cts_sid", httpOnly: true, sameSite: "Lax", path: "/" });
    const cookies = { cts_sid: cookie?.value ?? "" };
    const ask = () => test.app.inject({ url: "/api/session", cookies });
    expect((await ask()).json()).toEqual(reply.json());
    const out = await test.app.inject({
      method: "DELETE",
      url: "/api/session",
      // As clients do that name the type on every request.
      headers: { "content-type": "application/json" },
      cookies,
    });
    expect(out.statusCode).toBe(204);
    expect((await ask()).statusCode).toBe(401);
  });

  it("only a trusted proxy says that the client came by HTTPS, and from where", async () => {
    const { app, accounts } = await openTestApp();
    const signInFrom = (remoteAddress: string) =>
      app.inject({
        method: "POST",
        url: "/api/session",
        remoteAddress,
        headers: { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" },
        payload: { user: "ann", password: "pw" },
      });
    const [trusted] = (await signInFrom("192.0.2.7")).cookies;
    expect(trusted?.secure).toBe(true);
    const [other] = (await signInFrom("192.0.2.8")).cookies;
    expect(other?.secure).toBeUndefined();
    const addresses = accounts.sessions.list("ann").map(({ address }) => address);
    expect(addresses.toSorted()).toEqual(["127.0.0.1", "192.0.2.8", "203.0.113.9"]);
  });

  it("a wrong password and an unknown user answer the same", async () => {
    const test = await openTestApp();
    const replies = [
      await signIn(test, { user: "ann", password: "wrong" }),
      await signIn(test, { user: "nobody", password: "pw" }),
    ];
    for (const reply of replies) expect(reply.statusCode).toBe(401);
    expect(replies[0]?.body).toBe(replies[1]?.body);
  });

  it("a session of before the sign-in is not taken over", async () => {
    const test = await openTestApp();
    const reply = await signIn(test, { user: "ann", password: "pw" }, { cookie: "cts_sid=chosen" });
    expect(reply.cookies[0]?.value).not.toBe("chosen");
  });

  it("bodies that are no sign-in are refused with what to send", async () => {
    const test = await openTestApp();
    for (const [payload, headers, status, code] of [
      ["{", {}, 400, "CTS.0003"],
      ["", {}, 400, "CTS.0003"],
      [{ user: "ann" }, {}, 400, "CTS.0003"],
      [{ user: { $ne: "" }, password: "pw" }, {}, 400, "CTS.0003"],
      ['{"__proto__":{},"user":"ann","password":"pw"}', {}, 400, "CTS.0003"],
      ["user=ann&password=pw", { "content-type": "text/plain" }, 415, "TC.0415"],
      [{ user: "ann", password: "x".repeat(70_000) }, {}, 413, "TC.0413"],
    ] as const) {
      const reply = await signIn(test, payload, headers);
      expect([reply.statusCode, errorBodySchema.parse(reply.json()).error_code]).toEqual([
        status,
        code,
      ]);
    }
  });

  it("another site can neither sign in nor out", async () => {
    const test = await openTestApp();
    const body = { user: "ann", password: "pw" };
    const foreign: readonly Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      expect((await signIn(test, body, headers)).statusCode).toBe(403);
    }
    expect((await signIn(test, body, { origin: "http://localhost:80" })).statusCode).toBe(200);
  });

  it("a new password ends all sessions, and the one that changed it goes on under another token", async () => {
    const test = await openTestApp();
    const { app, accounts, session } = test;
    const other = accounts.sessions.open("ann", { address: "192.0.2.1", user_agent: "" });
    const change = (payload: object) =>
      app.inject({
        method: "PUT",
        url: "/api/session/password",
        cookies: { cts_sid: session },
        payload,
      });
    const new_password = "correct horse battery";
    expect((await change({ password: "wrong", new_password })).statusCode).toBe(422);
    expect((await change({ password: "pw", new_password: "short" })).statusCode).toBe(422);
    const changed = await change({ password: "pw", new_password });
    expect(changed.statusCode).toBe(204);
    const statusOf = async (token: string) =>
      (await app.inject({ url: "/api/session", cookies: { cts_sid: token } })).statusCode;
    expect([await statusOf(session), await statusOf(other)]).toEqual([401, 401]);
    expect(await statusOf(changed.cookies[0]?.value ?? "")).toBe(200);
    expect(await accounts.users.verify("ann", new_password)).toBe(true);
  });

  it("users see their sessions, which one is this, and end the others", async () => {
    const { app, accounts, session } = await openTestApp();
    const other = accounts.sessions.open("ann", { address: "192.0.2.1", user_agent: "Firefox" });
    const cookies = { cts_sid: session };
    const list = async () =>
      sessionsSchema.parse((await app.inject({ url: "/api/sessions", cookies })).json()).sessions;
    const found = (await list()).find((one) => !one.is_own);
    expect(found).toMatchObject({ address: "192.0.2.1", user_agent: "Firefox" });
    expect(await list()).toHaveLength(2);
    const end = (id: string) =>
      app.inject({ method: "DELETE", url: `/api/sessions/${id}`, cookies });
    expect((await end(found?.session_id ?? "")).statusCode).toBe(204);
    expect((await end("unknown")).statusCode).toBe(404);
    expect(accounts.sessions.find(other)).toBeUndefined();
    expect(await list()).toHaveLength(1);
  });

  it("guessing is slowed down, told apart by nothing, and whoever is signed in still may", async () => {
    const test = await openTestApp();
    const { accounts, time } = test;
    const guess = (user: string) =>
      test.app.inject({
        method: "POST",
        url: "/api/session",
        remoteAddress: "198.51.100.1",
        // Whoever says to come from elsewhere is not believed.
        headers: { "x-forwarded-for": `192.0.2.${Math.floor(time.now % 250)}` },
        payload: { user, password: "wrong" },
      });
    for (const user of ["ann", "nobody"]) {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expect((await guess(user)).statusCode).toBe(401);
      }
      const slowed = await guess(user);
      expect(slowed.statusCode).toBe(429);
      expect(slowed.headers["retry-after"]).toBe("1");
    }
    expect((await signIn(test, { user: "ann", password: "pw" })).statusCode).toBe(200);
    expect(accounts.sessions.list("ann")).toHaveLength(2);
  });

  it("a route that declares no access cannot be added", async () => {
    const { accounts, time } = await openTestApp();
    const clock = () => time.now;
    const app = Fastify();
    const callers = new Callers(accounts, clock);
    addAccess(app, callers, new WireCallers(accounts, callers, clock));
    expect(() => app.get("/open", async () => "secret")).toThrow("GET /open declares no access");
  });
});
