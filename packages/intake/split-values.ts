import { isUtf8 } from "node:buffer";
import {
  JsonGrammarError,
  eachElement,
  eachMember,
  endOfValue,
  skipSpace,
} from "./json-scanner.ts";

/** Traces in one file at most, so that their places fit into memory; real files hold minutes. */
const maxValues = 4_000_000;

/** Where something is in a file. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** In bytes from the start of the (unpacked) file. */
  readonly offset: number;
}

/** The bounds of all values of a file, in the order of the file. */
export interface ValueBounds {
  readonly count: number;
  readonly startOf: (index: number) => number;
  /** The offset after the last byte. */
  readonly endOf: (index: number) => number;
}

export type SplitResult =
  | { readonly kind: "traces"; readonly values: ValueBounds }
  | { readonly kind: "digest" }
  | { readonly kind: "broken"; readonly reason: string; readonly place: Place };

const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const NEWLINE = 0x0a;

const membersThatTell = [
  "trace_name",
  "cts",
  "traces",
  "digest_start_time",
  "digest_end_time",
  "log_files",
] as const;
const namesThatTell = membersThatTell.map((name) => ({ name, bytes: Buffer.from(name) }));

/** The first and the last of its values, by the names that tell what an object is. */
type Members = Partial<Record<(typeof membersThatTell)[number], { start: number; end: number }>>;

function readMembers(bytes: Buffer, open: number): { members: Members; end: number } {
  const members: Members = {};
  const end = eachMember(bytes, open, (nameStart, nameEnd, start, valueEnd) => {
    for (const { name, bytes: expected } of namesThatTell) {
      if (
        expected.length === nameEnd - nameStart &&
        bytes.compare(expected, 0, expected.length, nameStart, nameEnd) === 0
      ) {
        members[name] = { start, end: valueEnd };
      }
    }
  });
  return { members, end };
}

class TooManyValuesError extends Error {}

/** Collects the traces of a file, taking them out of whatever wraps them. */
class ValueCollector {
  readonly #bytes: Buffer;
  readonly bounds: number[] = [];
  digests = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #add(start: number, end: number): number {
    if (this.bounds.length >= 2 * maxValues) throw new TooManyValuesError();
    this.bounds.push(start, end);
    return end;
  }

  /** @returns the end of the value that begins at `start`. */
  takeTopLevel(start: number): number {
    return this.#bytes[start] === OPEN_ARRAY
      ? eachElement(this.#bytes, start, (element) => this.#take(element, true))
      : this.#take(start, true);
  }

  #take(start: number, mayBeReply: boolean): number {
    const bytes = this.#bytes;
    if (bytes[start] !== OPEN_OBJECT) return this.#add(start, endOfValue(bytes, start));
    const { members, end } = readMembers(bytes, start);
    const { trace_name, cts, traces } = members;
    if (trace_name !== undefined) return this.#add(start, end);
    if (members.digest_start_time && members.digest_end_time && members.log_files) {
      this.digests++;
      return this.#add(start, end);
    }
    if (cts !== undefined && bytes[cts.start] === OPEN_OBJECT) {
      this.#add(cts.start, cts.end);
      return end;
    }
    if (mayBeReply && traces !== undefined && bytes[traces.start] === OPEN_ARRAY) {
      eachElement(bytes, traces.start, (element) => this.#take(element, false));
      return end;
    }
    return this.#add(start, end);
  }
}

/**
 * Counts lines for offsets that only grow, each byte looked at once.
 *
 * @returns a function from an offset to its place.
 */
export function buildPlaceFinder(bytes: Buffer): (offset: number) => Place {
  const newlineFrom = (offset: number) => {
    const newline = bytes.indexOf(NEWLINE, offset);
    return newline < 0 ? bytes.length : newline;
  };
  let line = 1;
  let newline = newlineFrom(0);
  return (offset) => {
    while (newline < offset) {
      line++;
      newline = newlineFrom(newline + 1);
    }
    return { line, offset };
  };
}

/** @param start where the top-level value begins that `offset` is in. */
function broken(bytes: Buffer, reason: string, offset: number, start = offset): SplitResult {
  const findPlace = buildPlaceFinder(bytes);
  const { line: firstLine } = findPlace(start);
  const place = findPlace(offset);
  const where = firstLine === place.line ? "" : `, in the value that begins in line ${firstLine}`;
  return { kind: "broken", reason: `${reason}${where}`, place };
}

/** The start of the first line that is not UTF-8: lines stand alone, as no character holds a newline. */
function firstLineNotUtf8(bytes: Buffer): number {
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    if (newline < 0 || !isUtf8(bytes.subarray(start, end))) return start;
    start = newline + 1;
  }
}

/**
 * Finds the traces in the bytes of a trace file: an array, one value per line, values one after the
 * other, a single object, also inside of `{"cts": …}` envelopes and `{"traces": […]}` replies. The
 * whole file is checked first: one that is not JSON to its end is broken and gives nothing. What
 * is JSON but no trace is given like a trace, to be refused alone.
 *
 * @param bytes the unpacked file; a byte order mark is passed over.
 */
export function splitValues(bytes: Buffer): SplitResult {
  if (!isUtf8(bytes)) return broken(bytes, "not valid UTF-8", firstLineNotUtf8(bytes));
  const hasMark = bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf;
  const collector = new ValueCollector(bytes);
  let at = skipSpace(bytes, hasMark ? 3 : 0);
  if (at === bytes.length) return broken(bytes, "the file is empty", at);
  try {
    let lastEnd = -1;
    while (at < bytes.length) {
      const end = collector.takeTopLevel(at);
      const next = skipSpace(bytes, end);
      const isContainer = bytes[at] === OPEN_ARRAY || bytes[at] === OPEN_OBJECT;
      const hasItsLine =
        (lastEnd < 0 || bytes.subarray(lastEnd, at).includes(NEWLINE)) &&
        (next === bytes.length || bytes.subarray(end, next).includes(NEWLINE));
      // A stray word or number behind an object is garbage, on a line of its own it is a value.
      if (!isContainer && !hasItsLine) throw new JsonGrammarError(bytes, at);
      lastEnd = end;
      at = next;
    }
  } catch (error) {
    if (error instanceof JsonGrammarError) return broken(bytes, error.message, error.offset, at);
    if (error instanceof TooManyValuesError) {
      return broken(bytes, `more than ${maxValues.toLocaleString("en")} values in one file`, at);
    }
    throw error;
  }
  const { bounds, digests } = collector;
  if (digests > 0 && digests === bounds.length / 2) return { kind: "digest" };
  return {
    kind: "traces",
    values: {
      count: bounds.length / 2,
      startOf: (index) => bounds[index * 2] ?? 0,
      endOf: (index) => bounds[index * 2 + 1] ?? 0,
    },
  };
}
