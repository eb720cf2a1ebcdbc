import { zstdCompressSync } from "node:zlib";
import { buildColumns, type RowValues } from "./columns.ts";
import { type BodyIndex, type Image, writeHead } from "./image.ts";
import { TextFilterBuilder } from "./text-filter-builder.ts";
import { cutDictionary } from "./zstd-dictionary.ts";
import { openPacker } from "./zstd.ts";

/**
 * Traces packed together: more pack better, but all of them are unpacked to read one. Blocks end at
 * multiples of this: what the text filter knows of a rare text is then one block.
 */
const blockRows = 8;
/** A block of large traces ends sooner, so that reading one of them stays cheap. */
const blockBytes = 64 * 1024;

/** What a segment is made of; all lists are sorted by (time, trace_id) ascending. */
export interface SegmentRows {
  readonly values: RowValues;
  /** The body of a row without its line break; see `new-batch`. Asked for in order, or nearly. */
  readonly bodyAt: (row: number) => Uint8Array;
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
  const { values, bodyAt, originals } = rows;
  const dictionary =
    options.dictionaryBytes === 0
      ? new Uint8Array()
      : cutDictionary(bodyAt, values.length, options.dictionaryBytes);
  const text = options.hasText ? new TextFilterBuilder(values.length) : undefined;
  const { blocks, firstRows, sizes } = packBlocks(rows, options.level, dictionary, text);
  const originalRows = [...originals.keys()].toSorted((a, b) => a - b);
  const packedOriginals = originalRows.map((row) =>
    zstdCompressSync(originals.get(row) ?? new Uint8Array()),
  );
  const bodies: BodyIndex = {
    firstRows: Uint16Array.from(firstRows),
    starts: startsOf(blocks),
    sizes: Uint32Array.from(sizes),
    dictionary,
    originalRows: Uint16Array.from(originalRows),
    originalStarts: startsOf(packedOriginals),
  };
  const textBytes = text?.finish() ?? new Uint8Array();
  const head = writeHead(buildColumns(values), bodies, textBytes.length, options.names.length);
  return { head, parts: [...blocks, ...packedOriginals, textBytes, options.names] };
}

const lineBreak = 0x0a;
const tab = 0x09;

/** Packs the bodies in their order and shows them to the text filter on the way. */
function packBlocks(
  { values, bodyAt }: SegmentRows,
  level: number,
  dictionary: Uint8Array,
  text: TextFilterBuilder | undefined,
) {
  const packer = openPacker({ level, ...(dictionary.length > 0 ? { dictionary } : {}) });
  const [blocks, firstRows, sizes]: [Uint8Array[], number[], number[]] = [[], [], []];
  try {
    let room = Buffer.allocUnsafeSlow(2 * blockBytes);
    for (let row = 0; row < values.length;) {
      const end = Math.min(values.length, (Math.floor(row / blockRows) + 1) * blockRows);
      let bytes = 0;
      firstRows.push(row);
      while (row < end && bytes < blockBytes) {
        const body = bodyAt(row);
        text?.add(wireText(body).toLowerCase());
        const bodyEnd = bytes + body.length;
        if (bodyEnd >= room.length) room = Buffer.concat([room.subarray(0, bytes)], 2 * bodyEnd);
        room.set(body, bytes);
        room[bodyEnd] = lineBreak;
        bytes = bodyEnd + 1;
        row += 1;
      }
      blocks.push(packer.pack(room.subarray(0, bytes)));
      sizes.push(bytes);
    }
  } finally {
    packer.close();
  }
  return { blocks, firstRows, sizes };
}

function wireText(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.length).toString(
    "utf8",
    body.indexOf(tab) + 1,
  );
}

function startsOf(parts: readonly Uint8Array[]): Uint32Array {
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, index) => {
    starts[index + 1] = (starts[index] ?? 0) + part.length;
  });
  return starts;
}
