import { rmSync } from "node:fs";
import { join } from "node:path";
import type { StoredTrace } from "../trace-store.ts";
import type { TraceRow } from "./catalog.ts";
import { DayColumns } from "./day-columns.ts";
import type { ColumnRow } from "./run.ts";
import { inTransaction, openDatabase } from "@trace-console/sqlite/open-database";
import { namedFailure } from "@trace-console/sqlite/storage-failure";
import { kindKey, type KindKey, parseKindKey, termFields, termOf } from "./trace-fields.ts";
import { dayMs, formatDay } from "./utc-day.ts";

/**
 * `trace` is narrow, so that the columns load without the bodies. Texts and kinds are numbered
 * inside the day: they expire with it and are committed with the rows that use them.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS kind (no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS term (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS trace (
    no INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind INTEGER NOT NULL,
    operator INTEGER NOT NULL, access_key INTEGER NOT NULL,
    resource_id INTEGER NOT NULL, resource_name INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS body (
    no INTEGER PRIMARY KEY, project INTEGER NOT NULL, trace_id TEXT NOT NULL,
    ahead INTEGER NOT NULL, wire TEXT NOT NULL, original BLOB
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS body_id ON body (trace_id, project);
`;

/** Texts remembered while writing, per file; forgotten together when there are more. */
const rememberedTexts = 50_000;

/** The traces of one UTC day: a SQLite file, and its columns in memory once a query needs them. */
export class DayFile {
  readonly day: number;
  readonly #path: string;
  readonly #database;
  readonly #columns = new DayColumns((no) => this.traceId(no));
  readonly #terms = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #statements;

  /** Opens, and if need be creates, the file of `day` (days since 1970-01-01) in `folder`. */
  constructor(folder: string, day: number) {
    this.day = day;
    this.#path = join(folder, `${formatDay(day)}.db`);
    this.#database = openDatabase(this.#path, schema);
    const prepare = (sql: string) => this.#database.prepare(sql);
    const columns = prepare(
      `SELECT no, time, kind, operator, access_key, resource_id, resource_name
       FROM trace WHERE no > ? ORDER BY no`,
    );
    columns.setReturnArrays(true);
    this.#statements = {
      columns,
      lastNo: prepare("SELECT coalesce(max(no), 0) AS no FROM trace"),
      kinds: prepare("SELECT no, key FROM kind WHERE no > ? ORDER BY no"),
      kindNo: prepare("SELECT no FROM kind WHERE key = ?"),
      insertKind: prepare("INSERT OR IGNORE INTO kind (key) VALUES (?)"),
      termNo: prepare("SELECT no FROM term WHERE text = ?"),
      term: prepare("SELECT text FROM term WHERE no = ?"),
      insertTerm: prepare("INSERT OR IGNORE INTO term (text) VALUES (?)"),
      insertTrace: prepare("INSERT INTO trace VALUES (?, ?, ?, ?, ?, ?, ?)"),
      insertBody: prepare("INSERT INTO body VALUES (?, ?, ?, ?, ?, ?)"),
      traceId: prepare("SELECT trace_id FROM body WHERE no = ?"),
      body: prepare(
        "SELECT trace_id, time, ahead, wire FROM body JOIN trace USING (no) WHERE no = ?",
      ),
      bodyNo: prepare("SELECT no FROM body WHERE trace_id = ? AND project = ?"),
      bodyNos: prepare(
        `SELECT trace_id, no FROM json_each(?) AS wanted CROSS JOIN body
         ON trace_id = wanted.value AND project = ?`,
      ),
      original: prepare("SELECT original, wire FROM body WHERE no = ?"),
    };
  }

  /** Writes rows in one transaction; a row that is there already is left as it is. */
  write(rows: readonly TraceRow[]): void {
    try {
      inTransaction(this.#database, () => {
        let no = this.#lastNo();
        for (const row of rows) if (this.#insert(no + 1, row)) no += 1;
      });
    } catch (error) {
      // Numbers given inside a transaction that was rolled back are not in the file.
      this.#terms.clear();
      this.#kinds.clear();
      throw error;
    }
  }

  #insert(no: number, row: TraceRow): boolean {
    const { trace } = row;
    const project = this.#numberOfTerm(row.project_id);
    const { insertBody, insertTrace, bodyNo } = this.#statements;
    if (bodyNo.get(trace.trace_id, project) !== undefined) return false;
    const terms = termFields.map((field) => {
      const text = termOf(trace, field);
      return text === undefined ? 0 : this.#numberOfTerm(text);
    });
    const kind = this.#numberOfKind(kindKey(row.project_id, trace));
    insertTrace.run(no, trace.time - this.day * dayMs, kind, ...terms);
    insertBody.run(no, project, trace.trace_id, row.ahead ? 1 : 0, row.wire, row.original ?? null);
    return true;
  }

  #numberOfTerm(text: string): number {
    return this.#numberOf(formatTerm(text), this.#terms, "termNo", "insertTerm");
  }

  #numberOfKind(key: KindKey): number {
    return this.#numberOf(JSON.stringify(key), this.#kinds, "kindNo", "insertKind");
  }

  #numberOf(
    text: string,
    known: Map<string, number>,
    select: "termNo" | "kindNo",
    insert: "insertTerm" | "insertKind",
  ): number {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const { changes, lastInsertRowid } = this.#statements[insert].run(text);
    const no = Number(changes === 0 ? this.#statements[select].get(text)?.["no"] : lastInsertRowid);
    if (known.size >= rememberedTexts) known.clear();
    known.set(text, no);
    return no;
  }

  #lastNo(): number {
    return Number(this.#statements.lastNo.get()?.["no"]);
  }

  /**
   * The columns, with all that is committed by now, by whichever process.
   *
   * @throws DatabaseFileError for a file that is damaged.
   */
  columns(): DayColumns {
    return this.#named(() => this.#loadColumns());
  }

  #named<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw namedFailure(this.#path, error);
    }
  }

  #loadColumns(): DayColumns {
    const last = this.#lastNo();
    if (last > this.#columns.lastNo) {
      for (const row of this.#statements.kinds.iterate(this.#columns.lastKind)) {
        this.#columns.addKind(Number(row["no"]), parseKindKey(String(row["key"])));
      }
      this.#columns.addRows(this.#columnRows(this.#columns.lastNo), last - this.#columns.lastNo);
    }
    return this.#columns;
  }

  *#columnRows(after: number): Generator<ColumnRow> {
    for (const row of this.#statements.columns.iterate(after)) {
      if (Array.isArray(row)) yield row.map(Number);
    }
  }

  /** The number of a text in this day's columns, undefined when no trace of the day has it. */
  termNo(text: string): number | undefined {
    const key = formatTerm(text);
    const no = this.#terms.get(key) ?? this.#statements.termNo.get(key)?.["no"];
    return no === undefined ? undefined : Number(no);
  }

  /** The text with this number. */
  term(no: number): string {
    return String(JSON.parse(String(this.#statements.term.get(no)?.["text"])));
  }

  /** Of several ids, those that are in this day, each with its number. One statement for all. */
  findAll(project_id: string, trace_ids: readonly string[]): Map<string, number> {
    const rows = this.#named(() => {
      const project = this.termNo(project_id);
      if (project === undefined) return [];
      return this.#statements.bodyNos.all(JSON.stringify(trace_ids), project);
    });
    return new Map(rows.map((row) => [String(row["trace_id"]), Number(row["no"])]));
  }

  traceId(no: number): string {
    return String(this.#statements.traceId.get(no)?.["trace_id"]);
  }

  /** The trace with this number, which must be in the file. */
  trace(no: number): StoredTrace {
    const row = this.#statements.body.get(no);
    if (row === undefined) throw new Error(`${this.#path} holds no trace number ${no}`);
    return {
      trace_id: String(row["trace_id"]),
      time: this.day * dayMs + Number(row["time"]),
      wire: String(row["wire"]),
      ahead: row["ahead"] === 1,
    };
  }

  /** The bytes in which a trace came. */
  original(no: number): Uint8Array {
    const row = this.#statements.original.get(no);
    const bytes = row?.["original"];
    return bytes instanceof Uint8Array ? bytes : Buffer.from(String(row?.["wire"]));
  }

  close(): void {
    this.#database.close();
  }

  /** Closes the file and deletes it. */
  drop(): void {
    this.close();
    // The log goes first: a fresh file must never meet the log of a dead one.
    for (const suffix of ["-wal", "-shm", ""]) rmSync(this.#path + suffix, { force: true });
  }
}

/** As JSON, so that NUL and lone surrogates, which SQLite's texts cannot hold, stay distinct. */
function formatTerm(text: string): string {
  return JSON.stringify(text);
}
