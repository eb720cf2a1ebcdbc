import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { buildImage, idBytes, type SegmentRows } from "./build-image.ts";
import { copyRow, newRowValues, valuesOfColumns } from "./columns.ts";
import type { Segment } from "./segment.ts";

/** zstd's level for what is kept for days. */
const sealedLevel = 3;
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
  const bytes = rows.bodies.reduce((sum, body) => sum + body.length, 0);
  const { head, parts } = buildImage(rows, {
    level: sealedLevel,
    dictionaryBytes: Math.min(dictionaryBytes, Math.floor(bytes * dictionaryShare)),
    hasText: true,
    names,
  });
  const file = openSync(path, "wx");
  try {
    writeAll(file, Buffer.concat([new Uint8Array(head), ...parts]));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return head;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written);
  }
}

/** The rows of all segments, sorted by (time, trace_id). */
function mergeSegments(inputs: readonly Segment[]): SegmentRows {
  const rows = inputs.flatMap((segment, input) =>
    Array.from({ length: segment.columns.length }, (_, row) => ({
      input,
      row,
      time: segment.columns.time[row] ?? 0,
    })),
  );
  const bodies = inputs.map(bodiesOf);
  const bodyOf = ({ input, row }: { input: number; row: number }) =>
    bodies[input]?.[row] ?? new Uint8Array();
  rows.sort((a, b) => a.time - b.time || Buffer.compare(idBytes(bodyOf(a)), idBytes(bodyOf(b))));
  const from = inputs.map((segment) => valuesOfColumns(segment.columns));
  const values = newRowValues(rows.length);
  const originals = new Map<number, Uint8Array>();
  rows.forEach(({ input, row }, at) => {
    const source = from[input];
    if (source !== undefined) copyRow(source, row, values, at);
    const original = inputs[input]?.originalOf(row);
    if (original !== undefined) originals.set(at, original);
  });
  return {
    values,
    bodies: rows.map(bodyOf),
    originals,
  };
}

function bodiesOf(segment: Segment): Uint8Array[] {
  const bodies: Uint8Array[] = [];
  for (let index = 0; index < segment.blocks; index += 1) {
    const block = segment.block(index, false);
    for (let at = 0; at < block.rows; at += 1) bodies.push(block.body(at));
  }
  return bodies;
}
