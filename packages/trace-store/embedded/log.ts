import { join } from "node:path";
import type { SQLInputValue } from "node:sqlite";
import { prepareDataVersion } from "@trace-console/sqlite/data-version";
import { giveBackPages, inTransaction, openDatabase } from "@trace-console/sqlite/open-database";
import type { Conflicts } from "../trace-store.ts";
import type { SegmentNames } from "./names.ts";
import type { SegmentEntry } from "./segment.ts";
import { parseKindKey, type KindKey } from "./trace-fields.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS segment (
    no INTEGER PRIMARY KEY AUTOINCREMENT, project INTEGER NOT NULL, day INTEGER NOT NULL,
    rows INTEGER NOT NULL, file TEXT UNIQUE, image BLOB
  ) STRICT;
  CREATE TABLE IF NOT EXISTS gone (file TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS project (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS kind (no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS name (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS operator (
    project INTEGER NOT NULL, name INTEGER NOT NULL, last_seen INTEGER NOT NULL,
    PRIMARY KEY (project, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS conflict (
    no INTEGER PRIMARY KEY, project INTEGER NOT NULL, trace_id TEXT NOT NULL,
    received INTEGER NOT NULL, wire TEXT NOT NULL, original BLOB
  ) STRICT;
  CREATE INDEX IF NOT EXISTS conflict_id ON conflict (project, trace_id);
`;

/** Free pages, of 4 kB, that the log keeps for the batches to come. */
const keptPages = 8_192;
/** What is given back at once, within some milliseconds. */
const givenPages = 2_048;

/** A number and the text that it stands for. */
export interface Numbered<Value> {
  readonly no: number;
  readonly value: Value;
}

export type Log = ReturnType<typeof openLog>;

/**
 * Opens `log.db`, where every batch is committed before it is acknowledged: a batch is the image
 * of a small segment for each day that it holds. Images stay here until they are sealed into
 * segment files; which files count is written here too, so that swapping the ones for the other
 * is a single commit.
 */
export function openLog(folder: string) {
  const database = openDatabase(join(folder, "log.db"), schema);
  let statements = 0;
  const prepare = (text: string) => {
    const statement = database.prepare(text);
    const count = <Result>(result: Result): Result => {
      statements += 1;
      return result;
    };
    return {
      get: (...values: SQLInputValue[]) => count(statement.get(...values)),
      all: (...values: SQLInputValue[]) => count(statement.all(...values)),
      run: (...values: SQLInputValue[]) => count(statement.run(...values)),
    };
  };
  /** Of large stores there are tens of thousands: arrays take half as long as objects. */
  const prepareNumbered = (text: string) => {
    const statement = database.prepare(text);
    statement.setReturnArrays(true);
    return <Value>(after: number, read: (text: string) => Value): Numbered<Value>[] => {
      statements += 1;
      return statement
        .all(after)
        .map((row) => ({ no: Number(row[0]), value: read(String(row[1])) }));
    };
  };
  const sql = {
    segments: prepare("SELECT no, project, day, rows, file FROM segment ORDER BY no"),
    hasHistory: prepare("SELECT count(*) > 0 AS has FROM sqlite_sequence"),
    image: prepare("SELECT image FROM segment WHERE no = ?"),
    insertSegment: prepare(
      "INSERT INTO segment (project, day, rows, file, image) VALUES (?, ?, ?, ?, ?)",
    ),
    deleteSegment: prepare("DELETE FROM segment WHERE no = ?"),
    insertGone: prepare("INSERT OR IGNORE INTO gone VALUES (?, ?)"),
    gone: prepare("SELECT file FROM gone WHERE since <= ?"),
    deleteGone: prepare("DELETE FROM gone WHERE file = ?"),
    projects: prepareNumbered("SELECT no, id FROM project WHERE no > ? ORDER BY no"),
    insertProject: prepare("INSERT INTO project (id) VALUES (?)"),
    restoreProject: prepare("INSERT OR IGNORE INTO project (no, id) VALUES (?, ?)"),
    kinds: prepareNumbered("SELECT no, key FROM kind WHERE no > ? ORDER BY no"),
    insertKind: prepare("INSERT INTO kind (key) VALUES (?)"),
    restoreKind: prepare("INSERT OR IGNORE INTO kind (no, key) VALUES (?, ?)"),
    names: prepareNumbered("SELECT no, text FROM name WHERE no > ? ORDER BY no"),
    insertName: prepare("INSERT INTO name (text) VALUES (?)"),
    restoreName: prepare("INSERT OR IGNORE INTO name (no, text) VALUES (?, ?)"),
    upsertOperator: prepare(
      `INSERT INTO operator VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET last_seen = max(last_seen, excluded.last_seen)`,
    ),
    operators: prepare(
      `SELECT name FROM operator WHERE project = ? AND last_seen >= ?
       ORDER BY last_seen DESC, name`,
    ),
    deleteOperators: prepare("DELETE FROM operator WHERE last_seen < ?"),
    insertConflict: prepare(
      `INSERT INTO conflict (project, trace_id, received, wire, original)
       SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
         SELECT 1 FROM conflict
         WHERE project = ?1 AND trace_id = ?2 AND wire = ?4 AND original IS ?5
       )`,
    ),
    conflicts: prepare(
      `SELECT received, wire FROM conflict WHERE project = ? AND trace_id = ? AND received >= ?
       ORDER BY no DESC LIMIT ?`,
    ),
    countConflicts: prepare(
      `SELECT count(*) AS count FROM conflict
       WHERE project = ? AND trace_id = ? AND received >= ?`,
    ),
    deleteConflicts: prepare("DELETE FROM conflict WHERE received < ?"),
  };
  const insertedNo = ({ lastInsertRowid }: { lastInsertRowid: number | bigint }) =>
    Number(lastInsertRowid);

  const readVersion = prepareDataVersion(database);
  return {
    transaction: <Result>(work: () => Result): Result => inTransaction(database, work),
    /** Statements that have run so far. */
    get statements(): number {
      return statements;
    },
    /** Changes when another connection has committed. */
    version(): number {
      statements += 1;
      return readVersion();
    },

    segments: (): SegmentEntry[] =>
      sql.segments.all().map((row) => ({
        no: Number(row["no"]),
        project: Number(row["project"]),
        day: Number(row["day"]),
        rows: Number(row["rows"]),
        file: typeof row["file"] === "string" ? row["file"] : undefined,
      })),
    /** Whether any segment was ever written here: without, this log is new. */
    hasHistory: (): boolean => Number(sql.hasHistory.get()?.["has"]) === 1,
    /** Gives numbers the meaning that they have in a segment whose log was lost. */
    restoreNames({ project, kinds, operators }: SegmentNames): void {
      sql.restoreProject.run(project.no, project.value);
      for (const { no, value } of kinds) sql.restoreKind.run(no, JSON.stringify(value));
      for (const { no, value } of operators) sql.restoreName.run(no, JSON.stringify(value));
    },
    /** The image of a segment that has no file; undefined when it is gone. */
    image(no: number): Uint8Array | undefined {
      const image = sql.image.get(no)?.["image"];
      return image instanceof Uint8Array ? image : undefined;
    },
    /** @returns the number of the segment. */
    addSegment: (
      entry: Omit<SegmentEntry, "no" | "file">,
      content: { readonly file: string } | { readonly image: Uint8Array },
    ): number => {
      const [file, image] = "file" in content ? [content.file, null] : [null, content.image];
      return insertedNo(sql.insertSegment.run(entry.project, entry.day, entry.rows, file, image));
    },
    removeSegment: (no: number): void => void sql.deleteSegment.run(no),

    /** Remembers a file that counts no longer, to be deleted when no thread reads it any more. */
    addGone: (file: string, since: number): void => void sql.insertGone.run(file, since),
    goneSince: (time: number): string[] => sql.gone.all(time).map((row) => String(row["file"])),
    removeGone: (file: string): void => void sql.deleteGone.run(file),

    projectsAfter: (no: number) => sql.projects(no, (id) => id),
    addProject: (id: string): number => insertedNo(sql.insertProject.run(id)),
    kindsAfter: (no: number): Numbered<KindKey>[] => sql.kinds(no, parseKindKey),
    addKind: (key: string): number => insertedNo(sql.insertKind.run(key)),
    /** Names are JSON in the table: SQLite's texts hold neither NUL nor lone surrogates. */
    namesAfter: (no: number) => sql.names(no, (text) => String(JSON.parse(text))),
    addName: (text: string): number => insertedNo(sql.insertName.run(JSON.stringify(text))),

    sawOperator: (project: number, name: number, time: number): void =>
      void sql.upsertOperator.run(project, name, time),
    /** The numbers of the names of a project's operators, most recently seen first. */
    operatorsSince: (project: number, since: number): number[] =>
      sql.operators.all(project, since).map((row) => Number(row["name"])),
    forgetOperators: (before: number): void => void sql.deleteOperators.run(before),

    /** Records a conflict; one that is recorded already, as by an import that is repeated, stays one. */
    addConflict: (
      project: number,
      trace_id: string,
      received: number,
      wire: string,
      original: Uint8Array | undefined,
    ): void => void sql.insertConflict.run(project, trace_id, received, wire, original ?? null),
    /** Those of a trace that came since a moment, ms since 1970: all counted, the newest told. */
    conflictsOf: (project: number, trace_id: string, since: number, limit: number): Conflicts => ({
      total: Number(sql.countConflicts.get(project, trace_id, since)?.["count"]),
      newest: sql.conflicts
        .all(project, trace_id, since, limit)
        .map((row) => ({ received: Number(row["received"]), wire: String(row["wire"]) })),
    }),
    forgetConflicts: (before: number): void => void sql.deleteConflicts.run(before),

    /** Makes the file smaller, step by step, after a load that it had to grow for. */
    shrink(): void {
      try {
        giveBackPages(database, keptPages, givenPages);
      } catch {
        // Nothing depends on it: what fails now, as on a full disk, is done after the next sealing.
      }
    },
    close: (): void => database.close(),
  };
}
