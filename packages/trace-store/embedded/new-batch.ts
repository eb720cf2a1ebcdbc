import type { TraceRecord } from "../trace-store.ts";
import { aheadMs } from "./limits.ts";
import { type HashedField, hashedValue, kindKey } from "./trace-fields.ts";

/** Texts, each once, and which of them each trace has. */
export interface TextColumn {
  /** One after the other: one long text travels faster than many. */
  readonly joined: string;
  /** Where each text ends in that. */
  readonly ends: Uint32Array;
  /** 0 is none, 1 the first. */
  readonly ofTrace: Uint32Array;
}

/** A batch of one project as it travels to the writer: a few long lists are moved faster than many objects. */
export interface NewBatch {
  readonly project_id: string;
  /** The present moment, ms since 1970. */
  readonly now: number;
  /** ms since 1970. */
  readonly times: Float64Array;
  readonly kinds: TextColumn;
  readonly operators: TextColumn;
  readonly hashed: Readonly<Record<HashedField, TextColumn>>;
  /** The bodies of the traces, a line each, with their ids; see `build-image`. */
  readonly bodies: Uint8Array<ArrayBuffer>;
  /** The original bytes of those traces that have some, by their place. */
  readonly originals: ReadonlyMap<number, Uint8Array>;
}

/** Lays out a batch. @param now ms since 1970. */
export function layOutBatch(
  project_id: string,
  now: number,
  records: readonly TraceRecord[],
): NewBatch {
  const traces = records.map(({ trace }) => trace);
  const column = (field: HashedField) => columnOf(traces.map((trace) => hashedValue(trace, field)));
  return {
    project_id,
    now,
    times: Float64Array.from(traces, ({ time }) => time),
    kinds: columnOf(traces.map(kindKey)),
    operators: columnOf(traces.map(({ user }) => user?.name)),
    hashed: {
      access_key_id: column("access_key_id"),
      resource_id: column("resource_id"),
      resource_name: column("resource_name"),
    },
    bodies: writeBodies(now, records),
    originals: new Map(
      records.flatMap(({ original }, index) =>
        original === undefined ? [] : [[index, original] as const],
      ),
    ),
  };
}

/**
 * A body is one line: whether its time was ahead, the trace id, a tab, the wire JSON. No id and no
 * JSON text holds a tab or a line break.
 */
function writeBodies(now: number, records: readonly TraceRecord[]): Uint8Array<ArrayBuffer> {
  const around = "1\t\n".length;
  const bytes = records.reduce(
    (sum, { trace, wire }) =>
      sum + around + Buffer.byteLength(trace.trace_id) + Buffer.byteLength(wire),
    0,
  );
  const bodies = Buffer.from(new ArrayBuffer(bytes));
  let end = 0;
  for (const { trace, wire } of records) {
    end += bodies.write(trace.time > now + aheadMs ? "1" : "0", end);
    end += bodies.write(trace.trace_id, end);
    end += bodies.write("\t", end);
    end += bodies.write(wire, end);
    end += bodies.write("\n", end);
  }
  return bodies;
}

function columnOf(values: readonly (string | undefined)[]): TextColumn {
  const places = new Map<string, number>();
  const ofTrace = new Uint32Array(values.length);
  values.forEach((value, index) => {
    if (value === undefined) return;
    let place = places.get(value);
    if (place === undefined) {
      place = places.size + 1;
      places.set(value, place);
    }
    ofTrace[index] = place;
  });
  const texts = [...places.keys()];
  let end = 0;
  return {
    joined: texts.join(""),
    ends: Uint32Array.from(texts, ({ length }) => (end += length)),
    ofTrace,
  };
}

/** The text with this place: 1 is the first. */
export function textAt({ joined, ends }: TextColumn, place: number): string {
  return joined.slice(ends[place - 2] ?? 0, ends[place - 1]);
}
