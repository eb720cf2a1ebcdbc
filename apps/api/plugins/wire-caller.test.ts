import type { AccessKey } from "@trace-console/accounts/access-keys";
import { signRequest } from "@trace-console/request-signature/sign-request";
import { describe, expect, it } from "vitest";
import { openTestApp, project } from "../test-app.ts";

const minute = 60_000;
const host = "localhost:80";
const url = `/v3/${project}/traces?limit=1`;

async function openSigned() {
  const test = await openTestApp();
  const key = test.accounts.accessKeys.add("ann", "");
  if (key === undefined) throw new Error("no key was made");
  const headersFor = (
    changed: { method?: string; url?: string; body?: string; now?: number } = {},
    by: AccessKey & { readonly secret: string } = key,
  ) => signRequest({ method: "GET", url, body: "", host, key: by, now: test.time.now, ...changed });
  const statusOf = async (headers: Record<string, string>, asked = url) =>
    (await test.app.inject({ url: asked, headers })).statusCode;
  return { ...test, key, headersFor, statusOf };
}

describe("the wire API", () => {
  it("takes a signature within 15 minutes of its date", async () => {
    const { headersFor, statusOf, time } = await openSigned();
    expect(await statusOf(headersFor())).toBe(200);
    for (const [late, status] of [
      [15 * minute, 200],
      [-15 * minute, 200],
      [15 * minute + 1000, 401],
      [-15 * minute - 1000, 401],
    ] as const) {
      expect([late, await statusOf(headersFor({ now: time.now + late }))]).toEqual([late, status]);
    }
  });

  it("tells no failure from another: signature, key, date, token, cookie, nobody", async () => {
    const test = await openSigned();
    const { app, accounts, headersFor, session, time } = test;
    const disabled = accounts.accessKeys.add("ann", "");
    if (disabled === undefined) throw new Error("no key was made");
    accounts.accessKeys.setDisabled("ann", disabled.access_key_id, true);
    const unknown = { ...disabled, access_key_id: "UNKNOWN" };
    const failures: Record<string, string>[] = [
      {},
      { cookie: `cts_sid=${session}` },
      { "x-auth-token": "guess" },
      { "x-auth-token": "" },
      { authorization: "Bearer x" },
      headersFor({ url: `${url}1` }),
      headersFor({ method: "DELETE" }),
      headersFor({ body: "x" }),
      headersFor({ now: time.now - 16 * minute }),
      headersFor({}, disabled),
      headersFor({}, unknown),
    ];
    const replies = await Promise.all(failures.map((headers) => app.inject({ url, headers })));
    for (const reply of replies) {
      expect([reply.statusCode, reply.body]).toEqual([401, replies[0]?.body]);
    }
    expect(replies[0]?.json()).toMatchObject({ error_code: "APIGW.0301" });
  });

  it("a key signs no longer than its user may do something", async () => {
    const { accounts, headersFor, statusOf } = await openSigned();
    accounts.users.setGrants("ann", []);
    expect(await statusOf(headersFor())).toBe(404);
    accounts.users.setDisabled("ann", true);
    expect(await statusOf(headersFor())).toBe(401);
  });
});
