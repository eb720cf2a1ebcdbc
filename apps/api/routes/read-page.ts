import { ApiError } from "@trace-console/contracts/errors";
import {
  type ListQuery,
  type StoredTrace,
  type TracePage,
  type TraceStore,
  UnknownMarkerError,
  type Watch,
} from "@trace-console/trace-store/trace-store";

/** A page of a list, as it is read. */
export interface ReadPage extends TracePage {
  /** What to ask on with: the id of the last trace while older ones match, else null. */
  readonly next: string | null;
  /** The time of the oldest trace on which this page depends, ms since 1970; undefined: unknown. */
  readonly oldest: number | undefined;
}

/**
 * Reads a page.
 * @throws ApiError 400 `CTS.0300` for a marker that the project does not hold.
 */
export async function readPage(
  store: TraceStore,
  project_id: string,
  query: ListQuery,
  watch: Watch = {},
): Promise<ReadPage> {
  // One more than asked for: until it expires, there is a next page.
  const found = await withKnownMarker(
    store.list(project_id, { ...query, limit: query.limit + 1 }, watch),
  );
  const traces = found.traces.slice(0, query.limit);
  const isNextKnown = found.traces.length > query.limit;
  const more = found.more || isNextKnown;
  return {
    traces,
    more,
    next: more ? (traces.at(-1)?.trace_id ?? null) : null,
    oldest: more && !isNextKnown ? undefined : (found.traces.at(-1)?.time ?? Infinity),
  };
}

/** The bytes of a reply: those of the stored traces as they are, between what stands around them. */
export function joinPage(before: string, traces: readonly StoredTrace[], after: string): Buffer {
  const pieces: Uint8Array[] = [Buffer.from(before)];
  for (const { wire } of traces) {
    if (pieces.length > 1) pieces.push(comma);
    pieces.push(wire);
  }
  pieces.push(Buffer.from(after));
  return Buffer.concat(pieces);
}

const comma = Buffer.from(",");

async function withKnownMarker(page: Promise<TracePage>): Promise<TracePage> {
  try {
    return await page;
  } catch (error) {
    if (!(error instanceof UnknownMarkerError)) throw error;
    throw new ApiError("CTS.0300", {
      detail: "Query failed: next must be the marker of an earlier page.",
    });
  }
}
