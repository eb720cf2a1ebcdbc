import { ApiError } from "@trace-console/contracts/errors";
import {
  type ListQuery,
  type StoredTrace,
  type TracePage,
  UnknownMarkerError,
  type Watch,
} from "@trace-console/trace-store/trace-store";
import type { ProjectScope } from "../project-scope.ts";
import type { ScopedTraces } from "../scoped-traces.ts";

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
  traces: ScopedTraces,
  scope: ProjectScope,
  query: ListQuery,
  watch: Watch = {},
): Promise<ReadPage> {
  // One more than asked for: until it expires, there is a next page.
  const found = await withKnownMarker(
    traces.list(scope, { ...query, limit: query.limit + 1 }, watch),
  );
  const shown = found.traces.slice(0, query.limit);
  const isNextKnown = found.traces.length > query.limit;
  const more = found.more || isNextKnown;
  return {
    traces: shown,
    more,
    next: more ? (shown.at(-1)?.trace_id ?? null) : null,
    oldest: more && !isNextKnown ? undefined : (found.traces.at(-1)?.time ?? Infinity),
  };
}

/** Up to so many bytes, one piece is sent sooner than several. */
const joinedBytes = 64 * 1024;

/**
 * The bytes of a reply, in pieces: those of the stored traces as they are, a comma between each
 * two, and what stands around them.
 */
export function joinPage(
  before: string,
  traces: readonly StoredTrace[],
  after: string,
): readonly Buffer[] {
  const pieces = [Buffer.from(before), ...joinWires(traces), Buffer.from(after)];
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return bytes <= joinedBytes ? [Buffer.concat(pieces, bytes)] : pieces;
}

const comma = Buffer.from(",");

/** The traces in as few pieces as their places in memory allow, with the commas. */
function joinWires(traces: readonly StoredTrace[]): Buffer[] {
  const pieces: Buffer[] = [];
  let first: Buffer | undefined;
  let end = 0;
  const endPiece = () => {
    if (first !== undefined) pieces.push(sliceFrom(first, end));
  };
  for (const { wire } of traces) {
    if (first !== undefined && isNext(first, end, wire)) {
      end = wire.byteOffset + wire.length;
      continue;
    }
    endPiece();
    if (first !== undefined) pieces.push(comma);
    first = wire;
    end = wire.byteOffset + wire.length;
  }
  endPiece();
  return pieces;
}

/** Whether `next` follows in the same memory, a comma after `end`. */
function isNext({ buffer }: Buffer, end: number, next: Buffer): boolean {
  return (
    next.buffer === buffer &&
    next.byteOffset === end + 1 &&
    new Uint8Array(buffer, end, 1)[0] === comma[0]
  );
}

function sliceFrom({ buffer, byteOffset }: Buffer, end: number): Buffer {
  return Buffer.from(buffer, byteOffset, end - byteOffset);
}

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
