import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { formatCanonicalRequest, headerOf, type SignedRequest } from "./canonical-request.ts";

export type { SignedRequest } from "./canonical-request.ts";

const algorithm = "SDK-HMAC-SHA256";
const dateHeader = "x-sdk-date";
const bodyHashHeader = "x-sdk-content-sha256";

/** The gateway takes a request whose date is no further from its own clock (ms). */
export const clockWindowMs = 15 * 60_000;

const form = new RegExp(
  `^${algorithm} Access=([^,\\s]{1,128}), SignedHeaders=([a-z0-9!#$%&'*+.^_\`|~;-]{1,2048}), Signature=([0-9a-f]{64})$`,
);

/** What an `Authorization` header of this algorithm says. */
export interface Authorization {
  /** Id of the access key. */
  readonly access: string;
  /** Names in lower case, in the client's order. */
  readonly signedHeaders: readonly string[];
  /** 64 hex digits in lower case. */
  readonly signature: string;
}

/**
 * Reads the `Authorization` header of a signed request.
 *
 * @returns undefined when there is none, or it is of another scheme or form, or does not sign
 *   `x-sdk-date`.
 */
export function readAuthorization(rawHeaders: readonly string[]): Authorization | undefined {
  const [, access, names, signature] = form.exec(headerOf(rawHeaders, "authorization") ?? "") ?? [];
  if (access === undefined || names === undefined || signature === undefined) return undefined;
  const signedHeaders = names.split(";");
  const areDistinct = new Set(signedHeaders).size === signedHeaders.length;
  if (!areDistinct || !signedHeaders.includes(dateHeader)) return undefined;
  return { access, signedHeaders, signature };
}

/** Stands for the secret of a key that nobody has, so that it costs as much as one that somebody has. */
const noSecret = "no key has this secret of forty letters!";

/**
 * Tells whether a request was signed with a secret, within {@link clockWindowMs} of now
 * (`SDK-HMAC-SHA256`; rules in the API signature guide, behaviour of real clients in the tests).
 *
 * @param secret of the access key; undefined for an unknown key, which never verifies.
 * @param now ms since 1970.
 */
export function verifySignature(
  request: SignedRequest,
  { signedHeaders, signature }: Authorization,
  secret: string | undefined,
  now: number,
): boolean {
  const date = headerOf(request.rawHeaders, dateHeader) ?? "";
  const bodyHash = hashBody(request);
  const canonical = formatCanonicalRequest(request, signedHeaders, bodyHash ?? "");
  const expected = createHmac("sha256", secret ?? noSecret)
    .update(`${algorithm}\n${date}\n${sha256(canonical ?? "")}`)
    .digest();
  const isSigned = timingSafeEqual(expected, Buffer.from(signature, "hex"));
  const isTimely = Math.abs(parseDate(date) - now) <= clockWindowMs;
  const isReadable = canonical !== undefined && bodyHash !== undefined;
  return isSigned && isTimely && isReadable && secret !== undefined;
}

/**
 * What stands for the body: its hash. A client may state it in a header, which then must be true:
 * an unsigned body could be anybody's.
 */
function hashBody({ rawHeaders, body }: SignedRequest): string | undefined {
  const actual = sha256(body);
  const isStated = rawHeaders.some(
    (name, at) => at % 2 === 0 && name.toLowerCase() === bodyHashHeader,
  );
  return isStated && headerOf(rawHeaders, bodyHashHeader) !== actual ? undefined : actual;
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** ms since 1970 of `YYYYMMDDTHHMMSSZ`; NaN for anything else. */
function parseDate(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
