import { createHash, createHmac } from "node:crypto";
import { formatCanonicalRequest } from "./canonical-request.ts";

/** A request to sign. */
export interface UnsignedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** With its port. */
  readonly host: string;
  readonly body: string;
  readonly key: { readonly access_key_id: string; readonly secret: string };
  /** ms since 1970. */
  readonly now: number;
}

/** Signs a request as the vendor's SDK for Node does. @returns the headers to send with it. */
export function signRequest(request: UnsignedRequest): Record<string, string> {
  const { method, url, host, body, key, now } = request;
  const date = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const headers = { host, "x-sdk-date": date };
  const names = Object.keys(headers).toSorted();
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const rawHeaders = Object.entries(headers).flat();
  const canonical = formatCanonicalRequest({ method, url, rawHeaders }, names, sha256(body)) ?? "";
  const signature = createHmac("sha256", key.secret)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  return {
    ...headers,
    authorization: `SDK-HMAC-SHA256 Access=${key.access_key_id}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}
