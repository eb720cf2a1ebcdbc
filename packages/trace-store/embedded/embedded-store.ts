import { mkdirSync } from "node:fs";
import { isEqualJson } from "@trace-console/contracts/canonical-json";
import type { Clock } from "../clock.ts";
import {
  type AppendVerdict,
  type FacetValue,
  type ListQuery,
  type Operation,
  type Position,
  type StoredTrace,
  type Summary,
  type SummaryQuery,
  type TracePage,
  type TraceRecord,
  type TraceStore,
  UnknownMarkerError,
} from "../trace-store.ts";
import { type Catalog, openCatalog, type TraceRow } from "./catalog.ts";
import { countDay, Counts } from "./count-day.ts";
import type { DayFile } from "./day-file.ts";
import { DayFiles } from "./day-files.ts";
import { planDay } from "./day-plan.ts";
import { dayMs, dayOf, formatDay } from "./utc-day.ts";
import { walkDay } from "./walk-day.ts";

/** A clock that runs ahead by more than this is worth a flag (delivery itself takes minutes). */
const aheadMs = 15 * 60_000;
/** CTS lists the operators of the last 30 days (API reference, ListUserResources). */
const operatorMs = 30 * dayMs;
/** A page of 200 traces of 4 MiB would be 800 MiB: a page ends here, and the marker goes on. */
const pageBytes = 16 * 2 ** 20;
/** Day files held open: three descriptors each, and Node raises its limit to the hard one. */
const defaultOpenFiles = 400;

export interface EmbeddedStoreOptions {
  /** The folder of the store's files; created if absent. Several processes may open it. */
  readonly folder: string;
  readonly retentionDays: number;
  readonly clock: Clock;
  /** Day files held open at once. */
  readonly openFiles?: number;
}

/**
 * Opens the store that lives in this process, on SQLite files. Writes again what a crash cut off.
 *
 * @throws DatabaseFileError for a file that cannot be used or is missing, or the system's error for
 *   a folder that cannot be made.
 */
export function openEmbeddedStore(options: EmbeddedStoreOptions): TraceStore {
  mkdirSync(options.folder, { recursive: true });
  const catalog = openCatalog(options.folder);
  try {
    const store = new EmbeddedStore(options, catalog);
    store.recover();
    return store;
  } catch (error) {
    catalog.close();
    throw error;
  }
}

/** Where a trace is stored. The day and not its file, which may be closed to open another. */
interface Place {
  readonly day: number;
  readonly no: number;
}

class EmbeddedStore implements TraceStore {
  readonly #catalog: Catalog;
  readonly #days: DayFiles;
  readonly #clock: Clock;
  readonly #retentionMs: number;
  /** The rows of batches up to this number are in their day files. */
  #written = 0;
  #closed = false;

  constructor(options: EmbeddedStoreOptions, catalog: Catalog) {
    this.#catalog = catalog;
    this.#days = new DayFiles(options.folder, catalog, options.openFiles ?? defaultOpenFiles);
    this.#clock = options.clock;
    this.#retentionMs = options.retentionDays * dayMs;
  }

  /**
   * Writes the day files of batches that were acknowledged but, after a crash, not finished; then
   * sees to it that catalog and folder name the same days.
   */
  recover(): void {
    this.#catalog.transaction(() => {
      this.#finishBatches();
      this.#days.reconcile(dayOf(this.#oldest()));
    });
  }

  #finishBatches(): void {
    const { rows, last } = this.#catalog.rowsAfter(this.#written);
    // A day that was dropped since its rows were acknowledged stays dropped.
    const days = new Set(rows.length > 0 ? this.#catalog.days() : []);
    this.#writeDays(rows.filter(({ trace }) => days.has(dayOf(trace.time))));
    this.#written = Math.max(this.#written, last);
    this.#catalog.removeRows(this.#written);
  }

  #writeDays(rows: readonly TraceRow[]): void {
    for (const [day, ofDay] of Map.groupBy(rows, (row) => dayOf(row.trace.time))) {
      this.#days.file(day).write(ofDay);
    }
  }

  #oldest(): number {
    return this.#clock() - this.#retentionMs;
  }

  async append(project_id: string, records: readonly TraceRecord[]): Promise<AppendVerdict[]> {
    const now = this.#clock();
    const verdicts: AppendVerdict[] = [];
    const accepted = new Map<string, TraceRow>();
    const batch = this.#catalog.transaction(() => {
      this.#finishBatches();
      const stored = this.#locateAll(
        project_id,
        records.map((record) => record.trace.trace_id),
      );
      for (const record of records) {
        const { trace, wire, original } = record;
        const ahead = trace.time > now + aheadMs;
        const row: TraceRow = { project_id, trace, wire, original, ahead };
        verdicts.push({ verdict: this.#decide(row, now, accepted, stored), ahead });
      }
      if (accepted.size === 0) return 0;
      const rows = [...accepted.values()];
      const operators = new Map<string, number>();
      const days = new Set(rows.map(({ trace }) => dayOf(trace.time)));
      for (const day of days) this.#catalog.addDay(day);
      for (const { trace } of rows) {
        const name = trace.user?.name;
        if (name) operators.set(name, Math.max(operators.get(name) ?? 0, trace.time));
      }
      for (const [name, time] of operators) this.#catalog.sawOperator(project_id, name, time);
      return this.#catalog.addBatch(rows);
    });
    if (batch > 0) {
      this.#writeDays([...accepted.values()]);
      this.#written = batch;
    }
    return verdicts;
  }

  #decide(
    row: TraceRow,
    now: number,
    accepted: Map<string, TraceRow>,
    stored: ReadonlyMap<string, Place>,
  ): AppendVerdict["verdict"] {
    const { trace_id, time } = row.trace;
    if (time < now - this.#retentionMs) return "expired";
    const known = accepted.get(trace_id) ?? stored.get(trace_id);
    if (known === undefined) {
      accepted.set(trace_id, row);
      return "accepted";
    }
    const first = "day" in known ? this.#days.file(known.day).original(known.no) : sourceOf(known);
    if (isEqualJson(Buffer.from(first).toString(), Buffer.from(sourceOf(row)).toString())) {
      return "duplicate";
    }
    this.#catalog.addConflict(row, trace_id, now);
    return "conflict";
  }

  /** Where the trace with this id is stored, and its day's file. */
  #locate(project_id: string, trace_id: string): { file: DayFile; no: number } | undefined {
    for (const file of this.#days.between(-Infinity, Infinity)) {
      const no = file.findAll(project_id, [trace_id]).get(trace_id);
      if (no !== undefined) return { file, no };
    }
    return undefined;
  }

  /** Where traces with these ids are stored, wherever in time. */
  #locateAll(project_id: string, trace_ids: readonly string[]): Map<string, Place> {
    const places = new Map<string, Place>();
    for (const file of this.#days.between(-Infinity, Infinity)) {
      for (const [trace_id, no] of file.findAll(project_id, trace_ids)) {
        places.set(trace_id, { day: file.day, no });
      }
    }
    return places;
  }

  async list(project_id: string, query: ListQuery): Promise<TracePage> {
    const after =
      typeof query.after === "string" ? this.#position(project_id, query.after) : query.after;
    const from = Math.max(query.from, this.#oldest());
    const to = after === undefined ? query.to : Math.min(query.to, after.time + 1);
    const traces: StoredTrace[] = [];
    let bytes = 0;
    for (const file of this.#days.between(dayOf(from), dayOf(to - 1))) {
      const plan = planDay(file, project_id, query);
      if (plan.empty) continue;
      for (const no of walkDay(file, plan, from, to, after)) {
        if (traces.length === query.limit || bytes >= pageBytes) return { traces, more: true };
        const trace = file.trace(no);
        bytes += trace.wire.length;
        traces.push(trace);
      }
    }
    return { traces, more: false };
  }

  #position(project_id: string, trace_id: string): Position {
    const place = this.#locate(project_id, trace_id);
    if (place === undefined) throw new UnknownMarkerError();
    return place.file.trace(place.no);
  }

  async find(project_id: string, trace_id: string): Promise<StoredTrace | undefined> {
    const place = this.#locate(project_id, trace_id);
    const trace = place?.file.trace(place.no);
    return trace && trace.time >= this.#oldest() ? trace : undefined;
  }

  async findOriginal(project_id: string, trace_id: string): Promise<Uint8Array | undefined> {
    const place = this.#locate(project_id, trace_id);
    if (place === undefined || place.file.trace(place.no).time < this.#oldest()) return undefined;
    return place.file.original(place.no);
  }

  async summarize(project_id: string, query: SummaryQuery): Promise<Summary> {
    const from = Math.max(query.from, this.#oldest());
    const counts = new Counts(query.facets ?? [], query.bucketMs);
    for (const file of this.#days.between(dayOf(from), dayOf(query.to - 1))) {
      countDay(file, planDay(file, project_id, query), from, query.to, counts);
    }
    const facets: Record<string, FacetValue[]> = {};
    for (const [field, values] of counts.facets) {
      facets[field] = [...values]
        .filter(([value]) => value !== "")
        .map(([value, count]) => ({ value, count }))
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
    return { total: counts.total, facets, histogram: counts.histogram() };
  }

  async listOperations(project_id: string): Promise<Operation[]> {
    const operations = new Map<string, Operation>();
    for (const file of this.#days.between(dayOf(this.#oldest()), Infinity)) {
      for (const [project, , service_type, resource_type, trace_name] of file.columns().kinds) {
        if (project !== project_id || !trace_name) continue;
        operations.set(JSON.stringify([service_type, resource_type, trace_name]), {
          service_type: service_type ?? "",
          resource_type: resource_type ?? "",
          trace_name,
        });
      }
    }
    return [...operations.values()];
  }

  async listOperators(project_id: string): Promise<string[]> {
    return this.#catalog.operatorsSince(project_id, this.#clock() - operatorMs);
  }

  async expire(): Promise<string[]> {
    const oldest = this.#oldest();
    const gone = this.#catalog.transaction(() => {
      // Dropped before anything is written: on a full disk, this makes the room.
      const days = this.#catalog.days().filter((day) => (day + 1) * dayMs <= oldest);
      for (const day of days) {
        this.#days.drop(day);
        this.#catalog.removeDay(day);
      }
      this.#finishBatches();
      this.#catalog.forgetOperators(this.#clock() - operatorMs);
      this.#catalog.forgetConflicts(oldest);
      return days;
    });
    return gone.map(formatDay);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#days.close();
    this.#catalog.close();
  }
}

/** The JSON text in which a trace came. */
function sourceOf(row: TraceRow): string | Uint8Array {
  return row.original ?? row.wire;
}
