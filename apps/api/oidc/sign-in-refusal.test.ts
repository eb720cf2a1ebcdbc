import { expect, it } from "vitest";
import { refusalOf } from "./sign-in-refusal.ts";

it("a refusal says what went wrong, and nothing of what the error carries", () => {
  const cause = new Error("unexpected nonce", { cause: { claims: { sub: "canary" } } });
  const error = new Error("unexpected claim", { cause });
  const refusal = refusalOf(Object.assign(error, { body: { access_token: "canary" } }));
  expect(refusal.message).toBe("unexpected claim: unexpected nonce");
  expect(refusal.reason).toBe("rejected");
  expect(JSON.stringify(Object.entries(refusal))).not.toContain("canary");
  expect(refusal.cause).toBeUndefined();
});

it("a provider that nobody reaches is unavailable", () => {
  const cause = new Error("connect ECONNREFUSED 127.0.0.1:1");
  expect(refusalOf(new TypeError("fetch failed", { cause }))).toMatchObject({
    reason: "unavailable",
    message: "fetch failed: connect ECONNREFUSED 127.0.0.1:1",
  });
});
