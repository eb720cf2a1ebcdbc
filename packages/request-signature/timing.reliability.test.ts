import { expect, it } from "vitest";
import { signRequest } from "./sign-request.ts";
import { readAuthorization, verifySignature } from "./verify-signature.ts";

const samples = 20_000;

/** Welch's t of two samples, without the slowest tenth of each, which the machine's other work makes. */
function welch(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a, b].map((times) => {
    const kept = times
      .toSorted((one, other) => one - other)
      .slice(0, Math.floor(times.length * 0.9));
    const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
    const variance = kept.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (kept.length - 1);
    return { mean, error: variance / kept.length };
  });
  if (x === undefined || y === undefined) throw new Error("two samples are compared");
  return (x.mean - y.mean) / Math.sqrt(x.error + y.error);
}

it("how long a refusal takes does not tell whether the access key is known", () => {
  const now = Date.UTC(2026, 2, 11, 12);
  const url = "/v3/11111111111111111111111111110004/traces?limit=10";
  const key = { access_key_id: "AAAAAAAAAAAAAAAAAAAA", secret: "s".repeat(40) };
  const headers = signRequest({ method: "GET", url, body: "", key, now, host: "localhost:80" });
  const rawHeaders = Object.entries(headers).flat();
  const authorization = readAuthorization(rawHeaders);
  if (authorization === undefined) throw new Error("nothing was signed");
  const signed = { method: "GET", url, rawHeaders, body: new Uint8Array() };
  const wrong = { ...authorization, signature: "0".repeat(64) };
  const timeOf = (secret: string | undefined) => {
    const start = performance.now();
    expect(verifySignature(signed, wrong, secret, now)).toBe(false);
    return performance.now() - start;
  };
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  for (let sample = -2_000; sample < samples; sample += 1) {
    const [known, unknown] =
      sample % 2 === 0
        ? [timeOf(key.secret), timeOf(undefined)]
        : [timeOf(undefined), timeOf(key.secret)].toReversed();
    if (sample < 0 || known === undefined || unknown === undefined) continue;
    times.known.push(known);
    times.unknown.push(unknown);
  }
  expect(Math.abs(welch(times.known, times.unknown))).toBeLessThan(4.5);
});
