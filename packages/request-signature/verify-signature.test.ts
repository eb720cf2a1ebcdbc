import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "@trace-console/trace-samples/random";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  clockWindowMs,
  readAuthorization,
  type SignedRequest,
  verifySignature,
} from "./verify-signature.ts";

const vectorSchema = z.object({
  client: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  ak: z.string(),
  sk: z.string(),
});
type Vector = z.infer<typeof vectorSchema>;

/** Requests that the vendor's own SDKs signed. */
const vectors = readFileSync(join(import.meta.dirname, "fixtures", "signatures.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => vectorSchema.parse(JSON.parse(line)));

const requestOf = ({ method, url, headers, body }: Vector): SignedRequest => ({
  method,
  url,
  rawHeaders: Object.entries(headers).flat(),
  body: Buffer.from(body),
});

/** When the request was signed, ms since 1970. */
function momentOf({ headers }: Vector): number {
  const [, year, month, day, hour, minute, second] =
    /^(....)(..)(..)T(..)(..)(..)Z$/.exec(headers["x-sdk-date"] ?? "") ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function isAccepted(request: SignedRequest, secret: string | undefined, now: number): boolean {
  const authorization = readAuthorization(request.rawHeaders);
  return authorization !== undefined && verifySignature(request, authorization, secret, now);
}

describe("requests of real clients", () => {
  it.each(
    vectors.map((vector) => [`${vector.client} ${vector.method} ${vector.url}`, vector] as const),
  )("%s is accepted with its key, within 15 minutes", (_, vector) => {
    const [request, signed] = [requestOf(vector), momentOf(vector)];
    expect(readAuthorization(request.rawHeaders)?.access).toBe(vector.ak);
    for (const late of [0, clockWindowMs, -clockWindowMs]) {
      expect(isAccepted(request, vector.sk, signed + late)).toBe(true);
    }
    for (const late of [clockWindowMs + 1, -clockWindowMs - 1]) {
      expect(isAccepted(request, vector.sk, signed + late)).toBe(false);
    }
    expect(isAccepted(request, undefined, signed)).toBe(false);
    expect(isAccepted(request, `${vector.sk}x`, signed)).toBe(false);
  });

  it("the same request in another spelling is the same request", () => {
    for (const vector of vectors) {
      const request = requestOf(vector);
      const [path = "", query] = vector.url.split("?");
      const backwards = query?.split("&").toReversed().join("&");
      const url = backwards === undefined ? path : `${path}?${backwards.replaceAll("%20", "+")}`;
      const rawHeaders = request.rawHeaders.map((text, at) =>
        at % 2 === 0 ? text.toUpperCase() : ` ${text}  `,
      );
      expect(isAccepted({ ...request, url, rawHeaders }, vector.sk, momentOf(vector))).toBe(true);
    }
  });
});

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A text with one letter or digit replaced, put in or taken away. */
function change(random: Random, text: string): string {
  const places = [...text.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index);
  const at = places.length === 0 ? 0 : random.pick(places);
  const way = places.length === 0 ? 1 : random.int(3);
  const before = text.slice(0, at);
  if (way === 1) return before + random.pick(Array.from(letters)) + text.slice(at);
  if (way === 2) return before + text.slice(at + 1);
  const other = Array.from(letters).filter((letter) => letter !== text[at]);
  return before + random.pick(other) + text.slice(at + 1);
}

/** What an address says, however it is spelt. */
function meaningOf(url: string): string {
  const [path = "", query = ""] = url.split("?");
  try {
    const parameters = [...new URLSearchParams(query)].map((pair) => JSON.stringify(pair));
    return JSON.stringify([decodeURIComponent(path), parameters.toSorted()]);
  } catch {
    return url;
  }
}

/** Changes one thing of a request that is signed; undefined when that changed nothing. */
function mutate(random: Random, vector: Vector): SignedRequest | undefined {
  const request = requestOf(vector);
  const headers = new Map(Object.entries(vector.headers));
  const authorization = headers.get("authorization") ?? "";
  const signed = readAuthorization(request.rawHeaders)?.signedHeaders ?? [];
  const withHeaders = () => ({ ...request, rawHeaders: [...headers].flat() });
  const authorizeBy = (changed: string) => {
    if (changed === authorization) return undefined;
    headers.set("authorization", changed);
    return withHeaders();
  };
  const listing = (names: readonly string[]) =>
    authorizeBy(authorization.replace(/SignedHeaders=[^,]*/, `SignedHeaders=${names.join(";")}`));
  const name = random.pick(signed);
  switch (random.int(13)) {
    case 0: {
      const method = random.pick(["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD"]);
      return method === vector.method ? undefined : { ...request, method };
    }
    case 1:
    case 2: {
      const url = change(random, vector.url);
      return meaningOf(url) === meaningOf(vector.url) ? undefined : { ...request, url };
    }
    case 3: {
      const added = `${random.pick(["limit", "a", "trace_id"])}=${random.int(100)}`;
      return { ...request, url: vector.url + (vector.url.includes("?") ? "&" : "?") + added };
    }
    case 4:
      headers.set(name, change(random, headers.get(name) ?? ""));
      return withHeaders();
    case 5:
      headers.delete(name);
      return withHeaders();
    case 6:
      return { ...request, rawHeaders: [...request.rawHeaders, name, headers.get(name) ?? ""] };
    case 7:
      return listing(signed.filter((one) => one !== name));
    case 8:
      return listing([...signed, random.pick(["accept", "x-new", name])]);
    case 9: {
      const [first = "", ...others] = signed;
      return signed.length > 1 ? listing([...others, first]) : undefined;
    }
    case 10:
      return { ...request, body: Buffer.from(change(random, vector.body)) };
    case 11:
      return random.chance(0.5)
        ? authorizeBy(change(random, authorization))
        : authorizeBy(authorization.replace("SHA256", random.pick(["SHA1", "SM3", "SHA512"])));
    default:
      headers.set("x-sdk-content-sha256", random.pick(["UNSIGNED-PAYLOAD", "", "0".repeat(64)]));
      return withHeaders();
  }
}

it("none of 20,000 requests of which one signed byte was changed is accepted", () => {
  const random = new Random(23);
  const secrets = new Map(vectors.map(({ ak, sk }) => [ak, sk]));
  let tried = 0;
  const accepted: SignedRequest[] = [];
  while (tried < 20_000) {
    const vector = random.pick(vectors);
    const request = mutate(random, vector);
    if (request === undefined) continue;
    tried += 1;
    const access = readAuthorization(request.rawHeaders)?.access ?? "";
    if (isAccepted(request, secrets.get(access), momentOf(vector))) accepted.push(request);
  }
  expect(accepted).toEqual([]);
});

it.each([
  ["no header", undefined],
  ["another scheme", "Bearer abc"],
  ["another algorithm", "SDK-HMAC-SHA1 Access=a, SignedHeaders=x-sdk-date, Signature="],
  ["no date among what is signed", "SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature="],
  ["a name twice", "SDK-HMAC-SHA256 Access=a, SignedHeaders=x-sdk-date;host;host, Signature="],
])("%s is no authorization", (_, text) => {
  const value = text?.endsWith("=") === true ? text + "0".repeat(64) : text;
  expect(readAuthorization(value === undefined ? [] : ["Authorization", value])).toBeUndefined();
});

it("an address that cannot be decoded is refused, and ends nothing", () => {
  const [vector] = vectors;
  if (vector === undefined) throw new Error("no vectors");
  for (const url of ["/v3/%zz/traces", "/v3/p/traces?a=%", "/v3/p/traces?%c3%28=1"]) {
    expect(isAccepted({ ...requestOf(vector), url }, vector.sk, momentOf(vector))).toBe(false);
  }
});
