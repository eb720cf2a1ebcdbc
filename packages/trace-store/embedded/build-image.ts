import { zstdCompressSync } from "node:zlib";
import { buildColumns, type RowValues } from "./columns.ts";
import { type BodyIndex, type Image, writeHead } from "./image.ts";
import { TextFilterBuilder } from "./text-filter.ts";
import { cutDictionary } from "./zstd-dictionary.ts";
import { openPacker } from "./zstd.ts";

/** Traces packed together: more pack better, but all of them are unpacked to read one. */
const blockRows = 8;
/** A block of large traces ends sooner, so that reading one of them stays cheap. */
const blockBytes = 64 * 1024;

/** What a segment is made of; all lists are sorted by (time, trace_id) ascending. */
export interface SegmentRows {
  readonly values: RowValues;
  /** The body of each row without its line break; see `new-batch`. */
  readonly bodies: readonly Uint8Array[];
  /** The original bytes of the rows whose original differs from their wire JSON. */
  readonly originals: ReadonlyMap<number, Uint8Array>;
}

export interface ImageOptions {
  /** zstd's level, 1 to 22. */
  readonly level: number;
  /** Bytes of the rows' own text that their blocks are packed with. */
  readonly dictionaryBytes: number;
  /** Whether a filter for text search is made. */
  readonly hasText: boolean;
  /** The names that the numbers in the columns stand for, stored beside them. */
  readonly names: Uint8Array;
}

/** The trace id in a body, in UTF-8. */
export function idBytes(body: Uint8Array): Uint8Array {
  return body.subarray(1, body.indexOf(tab));
}

/** Builds the image of a segment. */
export function buildImage(rows: SegmentRows, options: ImageOptions): Image {
  const { bodies: all, values } = rows;
  const dictionary =
    options.dictionaryBytes === 0
      ? new Uint8Array()
      : cutDictionary(
          (row) => all[row] ?? new Uint8Array(),
          values.length,
          options.dictionaryBytes,
        );
  const packer = openPacker({
    level: options.level,
    ...(dictionary.length > 0 ? { dictionary } : {}),
  });
  try {
    const [firstRows, starts, sizes, blocks]: [number[], number[], number[], Uint8Array[]] = [
      [],
      [0],
      [],
      [],
    ];
    for (let row = 0; row < rows.bodies.length;) {
      const block = takeBlock(rows.bodies, row);
      const joined = Buffer.concat(block.flatMap((body) => [body, lineBreak]));
      const packed = packer.pack(joined);
      firstRows.push(row);
      starts.push((starts.at(-1) ?? 0) + packed.length);
      sizes.push(joined.length);
      blocks.push(packed);
      row += block.length;
    }
    const originalRows = [...rows.originals.keys()].toSorted((a, b) => a - b);
    const originals = originalRows.map((row) =>
      zstdCompressSync(rows.originals.get(row) ?? new Uint8Array()),
    );
    const bodies: BodyIndex = {
      firstRows: Uint16Array.from(firstRows),
      starts: Uint32Array.from(starts),
      sizes: Uint32Array.from(sizes),
      dictionary,
      originalRows: Uint16Array.from(originalRows),
      originalStarts: startsOf(originals),
    };
    const text = options.hasText ? buildTextFilter(rows.bodies) : new Uint8Array();
    const head = writeHead(buildColumns(rows.values), bodies, text.length, options.names.length);
    return { head, parts: [...blocks, ...originals, text, options.names] };
  } finally {
    packer.close();
  }
}

const lineBreak = Buffer.from("\n");
const tab = 0x09;

function takeBlock(bodies: readonly Uint8Array[], from: number): readonly Uint8Array[] {
  let [to, bytes] = [from, 0];
  while (to < bodies.length && to - from < blockRows && bytes < blockBytes) {
    bytes += bodies[to]?.length ?? 0;
    to += 1;
  }
  return bodies.slice(from, to);
}

function buildTextFilter(bodies: readonly Uint8Array[]): Uint8Array {
  const builder = new TextFilterBuilder(bodies.length);
  bodies.forEach((body, row) => {
    const wire = body.subarray(body.indexOf(tab) + 1);
    builder.add(
      row,
      Buffer.from(wire.buffer, wire.byteOffset, wire.length).toString().toLowerCase(),
    );
  });
  return builder.finish();
}

function startsOf(parts: readonly Uint8Array[]): Uint32Array {
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, index) => {
    starts[index + 1] = (starts[index] ?? 0) + part.length;
  });
  return starts;
}
