import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { buildImage, idBytes, type SegmentRows } from "./build-image.ts";
import { copyRow, newRowValues, valuesOfColumns } from "./columns.ts";
import type { Segment } from "./segment.ts";

/** zstd's level for what is kept for days: written once in the background, its size matters more. */
const sealedLevel = 5;
/** A dictionary takes this share of a small segment at most, and so many bytes of a large one. */
const dictionaryShare = 1 / 80;
const dictionaryBytes = 64 * 1024;

/**
 * Merges segments of one project and day into one, in a file that the disk holds when this returns.
 *
 * @param path of the file, which must not exist.
 * @param names what the numbers in the columns stand for.
 * @returns what is in memory of the segment.
 * @throws DatabaseFileError or the system's error when it cannot be written.
 */
export function sealSegments(
  inputs: readonly Segment[],
  path: string,
  names: Uint8Array,
): SharedArrayBuffer {
  const rows = mergeSegments(inputs);
  const bytes = inputs.reduce((sum, segment) => sum + segment.bodyBytes, 0);
  const { head, parts } = buildImage(rows, {
    level: sealedLevel,
    dictionaryBytes: Math.min(dictionaryBytes, Math.floor(bytes * dictionaryShare)),
    hasText: true,
    names,
  });
  const file = openSync(path, "wx");
  try {
    writeAll(file, [new Uint8Array(head), ...parts]);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return head;
}

/** Bytes that are joined before they are written. */
const writeBytes = 2 ** 20;

function writeAll(file: number, parts: readonly Uint8Array[]): void {
  for (let from = 0; from < parts.length;) {
    let [to, bytes] = [from, 0];
    while (to < parts.length && bytes < writeBytes) {
      bytes += parts[to]?.length ?? 0;
      to += 1;
    }
    const joined = Buffer.concat(parts.slice(from, to), bytes);
    for (let written = 0; written < bytes;) {
      written += writeSync(file, joined, written, bytes - written);
    }
    from = to;
  }
}

/** The rows of all segments, sorted by (time, trace_id); bodies are unpacked as they are asked for. */
function mergeSegments(inputs: readonly Segment[]): SegmentRows {
  const length = inputs.reduce((sum, { columns }) => sum + columns.length, 0);
  // Where the rows of each input begin when all are counted through.
  const bases = inputs.map((_, input) =>
    inputs.slice(0, input).reduce((sum, { columns }) => sum + columns.length, 0),
  );
  const inputOf = new Uint16Array(length);
  const keys = new Float64Array(length);
  inputs.forEach(({ columns }, input) => {
    const base = bases[input] ?? 0;
    inputOf.fill(input, base, base + columns.length);
    for (let row = 0; row < columns.length; row += 1) {
      keys[base + row] = (columns.time[row] ?? 0) * 65_536 + base + row;
    }
  });
  const placeOf = (number: number) => {
    const input = inputOf[number] ?? 0;
    return { input, segment: inputs[input], row: number - (bases[input] ?? 0) };
  };
  const bodyOf = (number: number) => {
    const { segment, row } = placeOf(number);
    return segment?.body(row) ?? new Uint8Array();
  };
  const order = Uint16Array.from(keys.toSorted(), (key) => key % 65_536);
  sortEqualTimes(order, keys, (number) => idBytes(bodyOf(number)));

  const from = inputs.map(({ columns }) => valuesOfColumns(columns));
  const values = newRowValues(length);
  const originals = new Map<number, Uint8Array>();
  order.forEach((number, at) => {
    const { input, segment, row } = placeOf(number);
    const source = from[input];
    if (source !== undefined) copyRow(source, row, values, at);
    const original = segment?.originalOf(row);
    if (original !== undefined) originals.set(at, original);
  });
  return { values, bodyAt: (at) => bodyOf(order[at] ?? 0), originals };
}

/** Sorts the rows of one millisecond by their ids. */
function sortEqualTimes(
  order: Uint16Array,
  keys: Float64Array,
  idOf: (number: number) => Uint8Array,
): void {
  const timeOf = (at: number) => Math.floor((keys[order[at] ?? 0] ?? 0) / 65_536);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && timeOf(to) === timeOf(from)) to += 1;
    if (to - from > 1) {
      const ids = Array.from(order.subarray(from, to), (number) => ({
        number,
        // A copy: reading the next body may use the memory of this one again.
        id: Buffer.from(idOf(number)),
      }));
      ids.sort((a, b) => Buffer.compare(a.id, b.id));
      ids.forEach(({ number }, index) => {
        order[from + index] = number;
      });
    }
    from = to;
  }
}
