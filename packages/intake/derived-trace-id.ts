import { createHash } from "node:crypto";
import { canonicalJson } from "@trace-console/contracts/canonical-json";

/**
 * An id for a trace that came without one: the first 128 bits of the SHA-256 of its canonical JSON,
 * written as a UUID of version 8 (RFC 9562, 5.8). The same record always gets the same id, so that
 * importing it again is a duplicate.
 *
 * @param record the trace as `parseExactJson` gives it, before anything is changed.
 */
export function deriveTraceId(record: unknown): string {
  const hash = createHash("sha256").update(canonicalJson(record)).digest("hex");
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
