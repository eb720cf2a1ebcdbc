import { join } from "node:path";
import type { SQLOutputValue } from "node:sqlite";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import { inTransaction, openDatabase } from "@trace-console/sqlite/open-database";

const schema = `
  CREATE TABLE IF NOT EXISTS day (day INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS batch (
    no INTEGER PRIMARY KEY AUTOINCREMENT, project_id TEXT NOT NULL,
    ahead INTEGER NOT NULL, wire TEXT NOT NULL, original BLOB
  ) STRICT;
  CREATE TABLE IF NOT EXISTS operator (
    project_id TEXT NOT NULL, name TEXT NOT NULL, last_seen INTEGER NOT NULL,
    PRIMARY KEY (project_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS conflict (
    no INTEGER PRIMARY KEY, project_id TEXT NOT NULL, trace_id TEXT NOT NULL,
    received INTEGER NOT NULL, wire TEXT NOT NULL, original BLOB
  ) STRICT;
  CREATE INDEX IF NOT EXISTS conflict_id ON conflict (project_id, trace_id);
`;

/** A trace of a batch: all that its day file is written from. */
export interface TraceRow {
  readonly project_id: string;
  readonly trace: Trace;
  readonly wire: string;
  readonly original: Uint8Array | undefined;
  readonly ahead: boolean;
}

function parseRow(row: Record<string, SQLOutputValue>): TraceRow {
  const { original } = row;
  const wire = String(row["wire"]);
  return {
    project_id: String(row["project_id"]),
    trace: traceSchema.parse(JSON.parse(wire)),
    wire,
    original: original instanceof Uint8Array ? original : undefined,
    ahead: row["ahead"] === 1,
  };
}

export type Catalog = ReturnType<typeof openCatalog>;

/**
 * Opens `catalog.db`: what belongs to no single day. Its `batch` table acknowledges: a batch is
 * committed here before its day files are written, so that a batch over midnight is all or nothing,
 * and one whose day files were cut off by a crash is written again.
 */
export function openCatalog(folder: string) {
  const database = openDatabase(join(folder, "catalog.db"), schema);
  const selectDays = database.prepare("SELECT day FROM day ORDER BY day DESC");
  const insertDay = database.prepare("INSERT OR IGNORE INTO day (day) VALUES (?)");
  const deleteDay = database.prepare("DELETE FROM day WHERE day = ?");
  const insertRow = database.prepare(
    "INSERT INTO batch (project_id, ahead, wire, original) VALUES (?, ?, ?, ?)",
  );
  const selectRows = database.prepare(
    "SELECT project_id, ahead, wire, original FROM batch WHERE no > ? ORDER BY no",
  );
  const lastRow = database.prepare("SELECT coalesce(max(no), 0) AS no FROM batch");
  const deleteRows = database.prepare("DELETE FROM batch WHERE no <= ?");
  const upsertOperator = database.prepare(
    `INSERT INTO operator (project_id, name, last_seen) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET last_seen = max(last_seen, excluded.last_seen)`,
  );
  const selectOperators = database.prepare(
    `SELECT name FROM operator WHERE project_id = ? AND last_seen >= ?
     ORDER BY last_seen DESC, name`,
  );
  const deleteOperators = database.prepare("DELETE FROM operator WHERE last_seen < ?");
  const insertConflict = database.prepare(
    `INSERT INTO conflict (project_id, trace_id, received, wire, original)
     SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
       SELECT 1 FROM conflict
       WHERE project_id = ?1 AND trace_id = ?2 AND wire = ?4 AND original IS ?5
     )`,
  );
  const deleteConflicts = database.prepare("DELETE FROM conflict WHERE received < ?");

  return {
    transaction: <Result>(work: () => Result): Result => inTransaction(database, work),

    /** The days that hold traces, newest first. */
    days: (): number[] => selectDays.all().map((row) => Number(row["day"])),
    addDay: (day: number): void => void insertDay.run(day),
    removeDay: (day: number): void => void deleteDay.run(day),

    /** @returns the number of the last row of the batch. */
    addBatch: (rows: readonly TraceRow[]): number => {
      for (const { project_id, ahead, wire, original } of rows) {
        insertRow.run(project_id, ahead ? 1 : 0, wire, original ?? null);
      }
      return Number(lastRow.get()?.["no"]);
    },
    /** The rows of all batches after row number `after`, and the number of the last one. */
    rowsAfter: (after: number): { rows: TraceRow[]; last: number } => ({
      rows: selectRows.all(after).map(parseRow),
      last: Number(lastRow.get()?.["no"]),
    }),
    removeRows: (upTo: number): void => void deleteRows.run(upTo),

    sawOperator: (project_id: string, name: string, time: number): void =>
      void upsertOperator.run(project_id, name, time),
    operatorsSince: (project_id: string, since: number): string[] =>
      selectOperators.all(project_id, since).map((row) => String(row["name"])),
    forgetOperators: (before: number): void => void deleteOperators.run(before),

    /** Records a conflict; one that is recorded already, as by an import that is repeated, stays one. */
    addConflict: (row: TraceRow, trace_id: string, received: number): void =>
      void insertConflict.run(row.project_id, trace_id, received, row.wire, row.original ?? null),
    forgetConflicts: (before: number): void => void deleteConflicts.run(before),

    close: (): void => database.close(),
  };
}
