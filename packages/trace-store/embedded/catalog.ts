import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import { inTransaction, openDatabase } from "./sqlite.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS day (day INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS batch (no INTEGER PRIMARY KEY AUTOINCREMENT, rows BLOB NOT NULL) STRICT;
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

export interface Batch {
  readonly no: number;
  readonly rows: readonly TraceRow[];
}

/** A row as the `batch` table keeps it: the trace itself is read from `wire` again. */
type LoggedRow = readonly [string, string, Uint8Array | undefined, boolean];

function formatBatch(rows: readonly TraceRow[]): Uint8Array {
  const logged: LoggedRow[] = rows.map((row) => [
    row.project_id,
    row.wire,
    row.original,
    row.ahead,
  ]);
  return serialize(logged);
}

function parseBatch(blob: unknown): TraceRow[] {
  if (!(blob instanceof Uint8Array)) throw new TypeError("a batch of the catalog is not readable");
  const logged: LoggedRow[] = deserialize(blob);
  return logged.map(([project_id, wire, original, ahead]) => ({
    project_id,
    trace: traceSchema.parse(JSON.parse(wire)),
    wire,
    original,
    ahead,
  }));
}

export type Catalog = ReturnType<typeof openCatalog>;

/**
 * Opens `catalog.db`: what belongs to no single day. Its `batch` table acknowledges: a batch is
 * committed here as one row before its day files are written, so that a batch over midnight is all
 * or nothing, and one whose day files were cut off by a crash is written again.
 */
export function openCatalog(folder: string) {
  const database = openDatabase(join(folder, "catalog.db"), schema);
  const selectDays = database.prepare("SELECT day FROM day ORDER BY day DESC");
  const insertDay = database.prepare("INSERT OR IGNORE INTO day (day) VALUES (?)");
  const deleteDay = database.prepare("DELETE FROM day WHERE day = ?");
  const insertBatch = database.prepare("INSERT INTO batch (rows) VALUES (?)");
  const selectBatches = database.prepare("SELECT no, rows FROM batch WHERE no > ? ORDER BY no");
  const deleteBatches = database.prepare("DELETE FROM batch WHERE no <= ?");
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
    "INSERT INTO conflict (project_id, trace_id, received, wire, original) VALUES (?, ?, ?, ?, ?)",
  );
  const deleteConflicts = database.prepare("DELETE FROM conflict WHERE received < ?");

  return {
    transaction: <Result>(work: () => Result): Result => inTransaction(database, work),

    /** The days that hold traces, newest first. */
    days: (): number[] => selectDays.all().map((row) => Number(row["day"])),
    addDay: (day: number): void => void insertDay.run(day),
    removeDay: (day: number): void => void deleteDay.run(day),

    addBatch: (rows: readonly TraceRow[]): number =>
      Number(insertBatch.run(formatBatch(rows)).lastInsertRowid),
    /** The batches after number `after` that are not known to be in their day files. */
    batchesAfter: (after: number): Batch[] =>
      selectBatches.all(after).map((row) => ({
        no: Number(row["no"]),
        rows: parseBatch(row["rows"]),
      })),
    removeBatches: (upTo: number): void => void deleteBatches.run(upTo),

    sawOperator: (project_id: string, name: string, time: number): void =>
      void upsertOperator.run(project_id, name, time),
    operatorsSince: (project_id: string, since: number): string[] =>
      selectOperators.all(project_id, since).map((row) => String(row["name"])),
    forgetOperators: (before: number): void => void deleteOperators.run(before),

    addConflict: (row: TraceRow, trace_id: string, received: number): void =>
      void insertConflict.run(row.project_id, trace_id, received, row.wire, row.original ?? null),
    forgetConflicts: (before: number): void => void deleteConflicts.run(before),

    close: (): void => database.close(),
  };
}
