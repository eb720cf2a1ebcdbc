import { buildImage } from "./build-image.ts";
import { newRowValues } from "./columns.ts";
import type { TextHash } from "./hash.ts";
import { hashedFields, type HashedField } from "./trace-fields.ts";
import { dayMs, dayOf } from "./utc-day.ts";

/** zstd's level for what is sealed soon. */
const logLevel = 1;

/** An accepted trace in numbers. */
export interface NewRow {
  readonly trace_id: string;
  /** ms since 1970. */
  readonly time: number;
  readonly kind: number;
  /** 0: none. */
  readonly operator: number;
  /** The first half of the hash of its id. */
  readonly idHash: number;
  readonly hashes: Readonly<Record<HashedField, TextHash | undefined>>;
  /** Its line without the line break, and the id and the wire JSON in it. */
  readonly body: Uint8Array;
  readonly id: Uint8Array;
  readonly wire: Uint8Array;
  readonly original: Uint8Array | undefined;
}

/** The accepted traces of one project on their way into the log. */
export class BatchRows {
  readonly #rows = new Map<string, NewRow>();
  /** When each operator was last seen, ms since 1970. */
  readonly lastSeen = new Map<number, number>();

  /** The original bytes of a trace that was added. */
  find(trace_id: string): Uint8Array | undefined {
    const row = this.#rows.get(trace_id);
    return row && (row.original ?? row.wire);
  }

  add(row: NewRow): void {
    this.#rows.set(row.trace_id, row);
    const { operator, time } = row;
    if (operator === 0) return;
    this.lastSeen.set(operator, Math.max(this.lastSeen.get(operator) ?? 0, time));
  }

  /** The images of the segments that hold the traces, one for each UTC day or several. */
  *images(
    rowsAtMost: number,
  ): Generator<{ day: number; length: number; image: SharedArrayBuffer }> {
    for (const [day, rows] of Map.groupBy(this.#rows.values(), ({ time }) => dayOf(time))) {
      rows.sort((a, b) => a.time - b.time || Buffer.compare(a.id, b.id));
      for (let from = 0; from < rows.length; from += rowsAtMost) {
        const some = rows.slice(from, from + rowsAtMost);
        yield { day, length: some.length, image: imageOf(day, some) };
      }
    }
  }
}

function imageOf(day: number, rows: readonly NewRow[]): SharedArrayBuffer {
  const values = newRowValues(rows.length);
  const originals = new Map<number, Uint8Array>();
  rows.forEach(({ time, idHash, kind, operator, hashes, original }, at) => {
    values.time[at] = time - day * dayMs;
    values.kind[at] = kind;
    values.operator[at] = operator;
    values.id[at] = idHash;
    for (const field of hashedFields) {
      values.hashed[field].high[at] = hashes[field]?.high ?? 0;
      values.hashed[field].low[at] = hashes[field]?.low ?? 0;
    }
    if (original !== undefined) originals.set(at, original);
  });
  const { head, parts } = buildImage(
    { values, bodyAt: (row) => rows[row]?.body ?? new Uint8Array(), originals },
    { level: logLevel, dictionaryBytes: 0, hasText: false, names: new Uint8Array() },
  );
  const size = parts.reduce((sum, part) => sum + part.length, head.byteLength);
  const image = new SharedArrayBuffer(size);
  const bytes = new Uint8Array(image);
  bytes.set(new Uint8Array(head));
  let at = head.byteLength;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return image;
}
