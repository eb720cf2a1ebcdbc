/** What of a request is signed. */
export interface SignedRequest {
  readonly method: string;
  /** As on the request line: path and query, nothing decoded. */
  readonly url: string;
  /** Names and values by turns, as received. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

/**
 * The canonical form of a request under `SDK-HMAC-SHA256`, which client and server make on their
 * own and compare by its signature (Huawei Cloud, API signature guide).
 *
 * @param signedHeaders names in lower case, in the order in which the client lists them.
 * @param bodyHash what stands for the body, see {@link hashBody} in `verify-signature`.
 * @returns undefined when an address cannot be decoded, or a listed header is absent or doubled.
 */
export function formatCanonicalRequest(
  { method, url, rawHeaders }: Omit<SignedRequest, "body">,
  signedHeaders: readonly string[],
  bodyHash: string,
): string | undefined {
  const queryStart = url.indexOf("?");
  const path = formatPath(queryStart < 0 ? url : url.slice(0, queryStart));
  const query = formatQuery(queryStart < 0 ? "" : url.slice(queryStart + 1));
  const headers = formatHeaders(rawHeaders, signedHeaders);
  if (path === undefined || query === undefined || headers === undefined) return undefined;
  return [method.toUpperCase(), path, query, headers, signedHeaders.join(";"), bodyHash].join("\n");
}

/** The segments of the path encoded anew, always with a slash at the end. */
function formatPath(path: string): string | undefined {
  const segments = path.split("/").map(decode);
  if (segments.includes(undefined)) return undefined;
  const encoded = segments.map((segment = "") => encode(segment)).join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/** Parameters encoded anew, by name and then by value. */
function formatQuery(query: string): string | undefined {
  const parts = query.split("&").filter((part) => part !== "");
  const pairs: (readonly [string, string])[] = [];
  for (const part of parts) {
    const at = part.indexOf("=");
    const name = decode((at < 0 ? part : part.slice(0, at)).replaceAll("+", " "));
    const value = decode((at < 0 ? "" : part.slice(at + 1)).replaceAll("+", " "));
    if (name === undefined || value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs
    .toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

/** A line for each listed header. */
function formatHeaders(
  rawHeaders: readonly string[],
  signedHeaders: readonly string[],
): string | undefined {
  let lines = "";
  for (const name of signedHeaders) {
    const value = headerOf(rawHeaders, name);
    if (value === undefined) return undefined;
    lines += `${name}:${value}\n`;
  }
  return lines;
}

/** The value of a header without white space around it; undefined when it is absent or doubled. */
export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== name) continue;
    // Which of two was signed, and which one is read, would be the sender's choice.
    if (found !== undefined) return undefined;
    found = rawHeaders[at + 1]?.trim() ?? "";
  }
  return found;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** RFC 3986: only unreserved characters stay. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
