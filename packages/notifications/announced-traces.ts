import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import { inTransaction } from "@trace-console/sqlite/open-database";
import type { Deliveries } from "./deliveries.ts";

/** Who announced a trace longer ago than this has mostly stored it, or ended before. */
const settledMs = 60_000;
/** A trace that is not stored by then will not be. */
const forgottenMs = 3_600_000;
/** Traces that are looked up before others get their turn. */
const atOnce = 100;

/** What the store says of a trace that it was given. */
interface Verdict {
  readonly verdict: string;
}

/** Looks a trace up in the store; undefined when it does not hold it. */
export type FindStored = (
  project_id: string,
  trace_id: string,
) => Promise<{ readonly wire: Uint8Array } | undefined>;

/**
 * Traces on their way into the store that notifications tell of. They are written down before they
 * are stored, and struck out in the transaction that puts their messages on their way: a process
 * that dies in between leaves them here, and {@link AnnouncedTraces.recover} sends what is missing.
 */
export class AnnouncedTraces {
  readonly #database: DatabaseSync;
  readonly #deliveries: Deliveries;
  readonly #clock: () => number;

  /** @param clock the present moment in ms since 1970. */
  constructor(database: DatabaseSync, deliveries: Deliveries, clock: () => number) {
    this.#database = database;
    this.#deliveries = deliveries;
    this.#clock = clock;
  }

  /**
   * Stores traces, and puts the messages that tell of those that were accepted on their way.
   *
   * @param append stores them all. @returns what it answers: a verdict for each trace.
   * @throws what `append` throws, or DatabaseFileError; what is told of a trace is not worth more
   *   than the trace, so that all are stored even when nothing can be announced.
   */
  async store<Answer extends Verdict>(
    project_id: string,
    traces: readonly Trace[],
    append: () => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> {
    let told: readonly Trace[];
    let announced: readonly string[];
    try {
      told = this.#deliveries.toldOf(project_id, traces);
      announced = this.#announce(project_id, told);
    } catch (error) {
      await append();
      throw error;
    }
    const verdicts = await append();
    if (told.length === 0) return verdicts;
    const isTold = new Set(told);
    const accepted = traces.filter(
      (trace, at) => verdicts[at]?.verdict === "accepted" && isTold.has(trace),
    );
    // One that is a duplicate and was announced before is left: whoever stored it may have died.
    this.#deliveries.enqueue(project_id, accepted, [
      ...announced,
      ...accepted.map(({ trace_id }) => trace_id),
    ]);
    return verdicts;
  }

  /** @returns the ids that were not announced already. */
  #announce(project_id: string, traces: readonly Trace[]): string[] {
    if (traces.length === 0) return [];
    const now = this.#clock();
    return inTransaction(this.#database, () => {
      const insert = this.#database.prepare("INSERT OR IGNORE INTO announced VALUES (?, ?, ?)");
      return traces
        .map(({ trace_id }) => trace_id)
        .filter((trace_id) => insert.run(project_id, trace_id, now).changes === 1);
    });
  }

  /**
   * Puts the messages on their way of traces that were announced a minute ago or earlier and that
   * the store holds: whoever stored them has ended before it could. A message that is on its way
   * already stays the only one. What is not stored within an hour is forgotten.
   */
  async recover(find: FindStored): Promise<void> {
    const now = this.#clock();
    const left = this.#database
      .prepare("SELECT project_id, trace_id, since FROM announced WHERE since <= ?")
      .all(now - settledMs)
      .map(({ project_id, trace_id, since }) => ({
        project_id: String(project_id),
        trace_id: String(trace_id),
        isForgotten: Number(since) <= now - forgottenMs,
      }));
    for (const [project_id, ofProject] of Map.groupBy(left, (one) => one.project_id)) {
      for (let from = 0; from < ofProject.length; from += atOnce) {
        const stored: Trace[] = [];
        const settled: string[] = [];
        for (const { trace_id, isForgotten } of ofProject.slice(from, from + atOnce)) {
          const found = await find(project_id, trace_id);
          if (found !== undefined) stored.push(traceOf(found.wire));
          if (found !== undefined || isForgotten) settled.push(trace_id);
        }
        this.#deliveries.enqueue(project_id, stored, settled);
        await setImmediate();
      }
    }
  }
}

function traceOf(wire: Uint8Array): Trace {
  return traceSchema.parse(JSON.parse(new TextDecoder().decode(wire)));
}
