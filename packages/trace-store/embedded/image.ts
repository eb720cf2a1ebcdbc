import { crc32 } from "node:zlib";
import { segmentRows, type Columns } from "./columns.ts";
import type { Groups } from "./groups.ts";
import type { HashGroups } from "./hash-groups.ts";

/**
 * The bytes of a segment, the same in the log and in a file: a header, the sections that are held
 * in memory, and then what is read when it is needed: bodies, originals, text filter, names.
 */
export interface Image {
  /** Header and sections. */
  readonly head: SharedArrayBuffer;
  /** The parts behind them, in their order. */
  readonly parts: readonly Uint8Array[];
}

/** Where the bodies of the rows are. */
export interface BodyIndex {
  /** The first row of each block of bodies. */
  readonly firstRows: Uint16Array;
  /** Where each block starts among the bodies, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Bytes of each block when it is unpacked. */
  readonly sizes: Uint32Array;
  /** What the blocks were packed with. */
  readonly dictionary: Uint8Array;
  /** The rows whose original bytes differ from their wire JSON, ascending. */
  readonly originalRows: Uint16Array;
  readonly originalStarts: Uint32Array;
}

/** What stands in the head of an image. */
export interface ImageHead {
  readonly columns: Columns;
  readonly bodies: BodyIndex;
  readonly textBytes: number;
  readonly namesBytes: number;
  /** Bytes of header and sections: the bodies start here. */
  readonly headBytes: number;
}

/** A file or blob that is no image, of another version, or damaged. */
export class ImageError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "ImageError";
  }
}

/** "TRC2", the first word of an image: one of another layout is refused. */
export const magic = 0x32435254;
const groupWidths = [4, 2, 2];
const hashWidths = [4, 4, 2, 2];
/** Bytes of a number in each section, in the order of {@link sectionsOf}. */
const sectionWidths = [
  4,
  2,
  2,
  ...groupWidths,
  ...groupWidths,
  2,
  2,
  2,
  4,
  2,
  ...hashWidths,
  ...hashWidths,
  ...hashWidths,
  2,
  4,
  4,
  1,
  2,
  4,
];
/** magic, checksum of all that follows in the head, rows, bytes of text filter and of names. */
const fixedNumbers = 5;
/** Bytes of the header: the fixed numbers and the length of each section. */
export const headerBytes = (fixedNumbers + sectionWidths.length) * 4;

type Section = Uint32Array | Uint16Array | Uint8Array;

const groupSections = ({ values, starts, rows }: Groups): Section[] => [values, starts, rows];
const hashSections = ({ high, low, starts, rows }: HashGroups): Section[] => [
  high,
  low,
  starts,
  rows,
];

function sectionsOf(columns: Columns, bodies: BodyIndex): Section[] {
  const { access_key_id, resource_id, resource_name } = columns.hashed;
  const { pairs, ids } = columns;
  return [
    columns.time,
    columns.kind,
    columns.operator,
    ...groupSections(columns.kinds),
    ...groupSections(columns.operators),
    pairs.starts,
    pairs.kinds,
    pairs.counts,
    ids.hashes,
    ids.rows,
    ...[access_key_id, resource_id, resource_name].flatMap(hashSections),
    bodies.firstRows,
    bodies.starts,
    bodies.sizes,
    bodies.dictionary,
    bodies.originalRows,
    bodies.originalStarts,
  ];
}

const padded = (bytes: number) => Math.ceil(bytes / 4) * 4;

/** Lays out the head of an image. */
export function writeHead(
  columns: Columns,
  bodies: BodyIndex,
  textBytes: number,
  namesBytes: number,
): SharedArrayBuffer {
  const sections = sectionsOf(columns, bodies);
  const size = sections.reduce((sum, section) => sum + padded(section.byteLength), headerBytes);
  const head = new SharedArrayBuffer(size);
  const numbers = new Uint32Array(head, 0, headerBytes / 4);
  numbers.set([magic, 0, columns.length, textBytes, namesBytes]);
  let at = headerBytes;
  sections.forEach((section, index) => {
    numbers[fixedNumbers + index] = section.length;
    new Uint8Array(head, at).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    );
    at += padded(section.byteLength);
  });
  numbers[1] = crc32(new Uint8Array(head, 8));
  return head;
}

/**
 * How long the head is, told from the header of an image, and which rows it has.
 * @throws ImageError when this is no image of this version.
 */
export function readHeader(header: Uint32Array): { headBytes: number; rows: number } {
  if (header[0] !== magic) throw new ImageError("is no segment of this version");
  return { headBytes: headBytesOf(header), rows: header[2] ?? 0 };
}

function headBytesOf(header: Uint32Array): number {
  return sectionWidths.reduce(
    (sum, width, index) => sum + padded((header[fixedNumbers + index] ?? 0) * width),
    headerBytes,
  );
}

const headerOf = (head: SharedArrayBuffer) => new Uint32Array(head, 0, headerBytes / 4);

/**
 * Checks a head, whatever its first word says.
 * @throws ImageError when it is damaged.
 */
export function checkHead(head: SharedArrayBuffer): void {
  const header = headerOf(head);
  const headBytes = headBytesOf(header);
  const [, checksum, rows = 0] = header;
  if (
    headBytes > head.byteLength ||
    rows > segmentRows ||
    crc32(new Uint8Array(head, 8, headBytes - 8)) !== checksum
  ) {
    throw new ImageError("is damaged");
  }
}

/** The rows of a head and the times of the first and the last, ms since the start of the UTC day. */
export function readOutline(head: SharedArrayBuffer): {
  rows: number;
  first: number;
  last: number;
} {
  const [, , rows = 0] = headerOf(head);
  const time = new Uint32Array(head, headerBytes, rows);
  return { rows, first: time[0] ?? 0, last: time.at(-1) ?? 0 };
}

/** Reads a head that {@link writeHead} wrote and that was checked; the columns are views into it. */
export function readHead(head: SharedArrayBuffer): ImageHead {
  const header = headerOf(head);
  const [, , length = 0, textBytes = 0, namesBytes = 0] = header;
  let [section, at] = [fixedNumbers, headerBytes];
  const take = (width: number): [number, number] => {
    const count = header[section] ?? 0;
    const start = at;
    section += 1;
    at += padded(count * width);
    return [start, count];
  };
  const u32 = () => new Uint32Array(head, ...take(4));
  const u16 = () => new Uint16Array(head, ...take(2));
  const groups = (): Groups => ({ values: u32(), starts: u16(), rows: u16() });
  const hashes = (): HashGroups => ({ high: u32(), low: u32(), starts: u16(), rows: u16() });
  const columns: Columns = {
    length,
    time: u32(),
    kind: u16(),
    operator: u16(),
    kinds: groups(),
    operators: groups(),
    pairs: { starts: u16(), kinds: u16(), counts: u16() },
    ids: { hashes: u32(), rows: u16() },
    hashed: { access_key_id: hashes(), resource_id: hashes(), resource_name: hashes() },
  };
  const bodies: BodyIndex = {
    firstRows: u16(),
    starts: u32(),
    sizes: u32(),
    dictionary: new Uint8Array(head, ...take(1)),
    originalRows: u16(),
    originalStarts: u32(),
  };
  return { columns, bodies, textBytes, namesBytes, headBytes: headBytesOf(header) };
}
