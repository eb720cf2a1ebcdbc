import { errorBodySchema } from "@trace-console/contracts/console-api";
import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { Callers } from "../callers.ts";
import { addAccess } from "../plugins/access.ts";
import { openTestApp, project } from "../test-app.ts";

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

  it("every route but sign-in, sign-out, health and the console's files needs a session", async () => {
    const { app } = await openTestApp();
    for (const url of [
      "/api/session",
      "/api/regions",
      `/api/projects/${project}/traces`,
      `/api/projects/${project}/totals`,
      `/api/projects/${project}/facets`,
      `/api/projects/${project}/histogram`,
      `/api/projects/${project}/operators`,
      `/api/projects/${project}/export.csv`,
      `/api/projects/${project}/export.ndjson`,
      `/api/projects/${project}/traces/a`,
      `/api/projects/${project}/traces/a/original`,
      `/v3/${project}/traces`,
      `/v3/${project}/resources`,
      `/v3/${project}/user-resources`,
      `/v3/${project}/operations`,
    ]) {
      const reply = await app.inject({ url });
      expect([url, reply.statusCode]).toEqual([url, 401]);
      expect(errorBodySchema.parse(reply.json()).error_code).toBe("APIGW.0301");
    }
    expect((await app.inject({ url: "/healthz" })).statusCode).toBe(200);
  });

  it("a route that declares no access cannot be added", async () => {
    const { accounts, time } = await openTestApp();
    const clock = () => time.now;
    const app = Fastify();
    addAccess(app, new Callers(accounts, clock));
    expect(() => app.get("/open", async () => "secret")).toThrow("GET /open declares no access");
  });
});
