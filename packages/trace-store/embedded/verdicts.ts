import { isEqualJson } from "@trace-console/contracts/canonical-json";
import type { BatchRows } from "./batch-rows.ts";
import { Block } from "./block.ts";
import { idBytes } from "./build-image.ts";
import { hashText } from "./hash.ts";
import type { KnownIds } from "./known-ids.ts";
import type { LogView } from "./log-view.ts";
import { type NewBatch, type TextColumn, textAt } from "./new-batch.ts";
import { parseKindKey } from "./trace-fields.ts";
import { codeOf, type VerdictCodes } from "./verdict-codes.ts";

/** Tells the traces of a batch apart: new, there already, in conflict, or too old. */
export class Verdicts {
  readonly #view: LogView;
  readonly #ids: KnownIds;
  readonly #retentionMs: number;

  constructor(view: LogView, ids: KnownIds, retentionMs: number) {
    this.#view = view;
    this.#ids = ids;
    this.#retentionMs = retentionMs;
  }

  /**
   * Inside a transaction: adds the new traces of a batch to `rows`, and conflicts to the log.
   * @param project its number.
   * @returns the verdict of each trace.
   */
  add(project: number, batch: NewBatch, rows: BatchRows): VerdictCodes {
    const { now, times, kinds, operators, hashed, originals } = batch;
    // What comes again needs none of these: they are made for the first new trace that has them.
    const kindOf = onceEach(kinds, (key) => this.#kindNo(key));
    const operatorOf = onceEach(operators, (name) => this.#nameNo(name));
    const hashOf = {
      access_key_id: onceEach(hashed.access_key_id, hashText),
      resource_id: onceEach(hashed.resource_id, hashText),
      resource_name: onceEach(hashed.resource_name, hashText),
    };
    const bodies = new Block().set(Buffer.from(batch.bodies.buffer));
    return Uint8Array.from(times, (time, index) => {
      const trace_id = bodies.traceId(index);
      const ahead = bodies.isAhead(index);
      if (time < now - this.#retentionMs) return codeOf("expired", ahead);
      const idHash = hashText(trace_id).high;
      const wire = bodies.wire(index);
      const original = originals.get(index);
      const first = rows.find(trace_id) ?? this.#ids.find(project, trace_id, idHash, time);
      if (first === undefined) {
        const body = bodies.body(index);
        rows.add({
          trace_id,
          time,
          idHash,
          body,
          wire,
          original,
          id: idBytes(body),
          kind: kindOf(index) ?? 0,
          operator: operatorOf(index) ?? 0,
          hashes: {
            access_key_id: hashOf.access_key_id(index),
            resource_id: hashOf.resource_id(index),
            resource_name: hashOf.resource_name(index),
          },
        });
        return codeOf("accepted", ahead);
      }
      if (isSameValue(first, original ?? wire)) return codeOf("duplicate", ahead);
      this.#view.log.addConflict(project, trace_id, now, wire.toString(), original);
      return codeOf("conflict", ahead);
    });
  }

  /** Inside a transaction: the number of a project, a new one if need be. */
  projectNo(id: string): number {
    const { numbers, log } = this.#view;
    const known = numbers.findProject(id);
    if (known !== undefined) return known;
    const no = log.addProject(id);
    numbers.add({ projects: [{ no, value: id }], kinds: [], names: [] });
    return no;
  }

  #kindNo(key: string): number {
    const { numbers, log } = this.#view;
    const known = numbers.findKind(key);
    if (known !== undefined) return known;
    const no = log.addKind(key);
    numbers.add({ projects: [], kinds: [{ no, value: parseKindKey(key) }], names: [] });
    return no;
  }

  #nameNo(name: string): number {
    const { numbers, log } = this.#view;
    const known = numbers.findName(name);
    if (known !== undefined) return known;
    const no = log.addName(name);
    numbers.add({ projects: [], kinds: [], names: [{ no, value: name }] });
    return no;
  }
}

/** Makes something of the text of a trace, once for each text; undefined when it has none. */
function onceEach<Made>(column: TextColumn, make: (text: string) => Made) {
  const made: (Made | undefined)[] = [];
  return (index: number): Made | undefined => {
    const place = column.ofTrace[index] ?? 0;
    return place === 0 ? undefined : (made[place] ??= make(textAt(column, place)));
  };
}

/** Whether two originals are the same JSON value. */
function isSameValue(first: Uint8Array, again: Uint8Array): boolean {
  return (
    Buffer.compare(first, again) === 0 ||
    isEqualJson(Buffer.from(first).toString(), Buffer.from(again).toString())
  );
}
