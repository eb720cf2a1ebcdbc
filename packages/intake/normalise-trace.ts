import { isUtf8 } from "node:buffer";
import { JsonTooDeepError, parseExactJson } from "@trace-console/contracts/canonical-json";
import { isOpaqueId } from "@trace-console/contracts/ids";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import type { TraceRecord } from "@trace-console/trace-store/trace-store";
import { deriveTraceId } from "./derived-trace-id.ts";
import { readTime } from "./read-time.ts";
import { readUser } from "./read-user.ts";
import {
  foldName,
  isJsonObject,
  mapMembers,
  readBoolean,
  readId,
  readNumber,
  readText,
} from "./read-values.ts";

/** One trace at most: real ones have 1 to 10 kB, and a page of 200 must fit into memory. */
export const maxTraceBytes = 4 * 1024 * 1024;

export type NormaliseResult =
  | { readonly ok: true; readonly record: TraceRecord }
  | { readonly ok: false; readonly reason: string };

type TraceFieldSchema = (typeof traceSchema.shape)[keyof typeof traceSchema.shape];

function wireTypeOf(schema: TraceFieldSchema): string {
  return "unwrap" in schema ? schema.unwrap().def.type : schema.def.type;
}

const readerOfType: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: readText,
  number: readNumber,
  boolean: readBoolean,
};

/** How each field of the trace structure is read; fields that are not in it are kept as they are. */
const fieldReaders = new Map<string, (value: unknown) => unknown>([
  ...Object.entries(traceSchema.shape).map(
    ([field, schema]) => [field, readerOfType[wireTypeOf(schema)] ?? readText] as const,
  ),
  ["time", readTime],
  ["record_time", readTime],
  ["resource_id", readId],
  ["user", readUser],
]);

function readTraceName(value: unknown): string {
  return isJsonObject(value) || Array.isArray(value) ? "" : (readText(value) ?? "");
}

/** Status of the trace: `trace_rating`, else what older forms call `trace_status`. */
function readRating(source: Readonly<Record<string, unknown>>): string | undefined {
  const rating = readText(source["trace_rating"]);
  if (rating !== undefined && rating !== "") return rating;
  const status = source["trace_status"];
  return typeof status === "string" && status !== "" ? status : rating;
}

function isTrace(value: Record<string, unknown>): value is Trace {
  return (
    typeof value["trace_id"] === "string" &&
    typeof value["trace_name"] === "string" &&
    typeof value["time"] === "number"
  );
}

const refuse = (reason: string): NormaliseResult => ({ ok: false, reason });

/** Says what is wrong with the times of a trace that has no readable one. */
function reasonOfNoTime(source: Readonly<Record<string, unknown>>): string {
  const given = readText(source["time"]) ?? readText(source["record_time"]);
  return given === undefined
    ? "time is missing"
    : `time cannot be read: ${JSON.stringify(given.slice(0, 60))}`;
}

function normaliseObject(source: Record<string, unknown>): Trace | string {
  const trace_name = readTraceName(source["trace_name"]);
  if (trace_name === "") return "trace_name is missing";
  const time = readTime(source["time"]) ?? readTime(source["record_time"]);
  if (time === undefined) return reasonOfNoTime(source);
  const trace_id = readId(source["trace_id"]) || deriveTraceId(source);
  if (!isOpaqueId(trace_id)) return "trace_id is not 1 to 128 printable characters";
  const decided: Readonly<Record<string, unknown>> = {
    trace_name,
    time,
    trace_id,
    trace_rating: readRating(source),
  };
  const members = mapMembers(source, (field, value) => {
    if (Object.hasOwn(decided, field)) return decided[field];
    const read = fieldReaders.get(field) ?? fieldReaders.get(foldName(field));
    return read === undefined ? value : read(value);
  });
  const added = Object.entries(decided).filter(
    ([field, value]) => value !== undefined && !Object.hasOwn(members, field),
  );
  const trace = added.length === 0 ? members : { ...members, ...Object.fromEntries(added) };
  return isTrace(trace) ? trace : "not a trace";
}

/**
 * Turns one JSON value into a trace in the types that the strictest client of the CTS API accepts.
 * Required are a readable `time` (else `record_time`) and a non-empty `trace_name`; all else may be
 * absent and stays absent, null counting as absent. Text, objects and numbers are turned into the
 * type of their field, unknown fields are kept, a missing `trace_id` is derived from the record.
 * The order of fields is kept, so that compact JSON in the right types is its own `wire`.
 *
 * @param bytes exactly one JSON value in UTF-8; kept as `original` (not copied) where it differs.
 * @returns the trace, or the reason why it is none.
 */
export function normaliseTrace(bytes: Uint8Array): NormaliseResult {
  if (bytes.byteLength > maxTraceBytes) return refuse("larger than 4 MiB");
  if (!isUtf8(bytes)) return refuse("not valid UTF-8");
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  let source: unknown;
  try {
    source = parseExactJson(text);
  } catch (error) {
    return refuse(error instanceof JsonTooDeepError ? error.message : "not valid JSON");
  }
  if (!isJsonObject(source)) return refuse("not a JSON object");
  const trace = normaliseObject(source);
  if (typeof trace === "string") return refuse(trace);
  const wire = JSON.stringify(trace);
  return { ok: true, record: { trace, wire, original: wire === text ? undefined : bytes } };
}
