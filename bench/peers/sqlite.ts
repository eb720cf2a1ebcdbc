import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { LoadTrace } from "../load/make-load.ts";
import type { Engine, EngineKind, EngineOptions } from "./engine.ts";
import { answerBySql, columns, type Dialect, rowOf, type Statement } from "./sql.ts";

const filtered = columns.filter((column) => !["time", "trace_id", "wire"].includes(column));

const schema = [
  `CREATE TABLE traces (no INTEGER PRIMARY KEY, time INTEGER NOT NULL, ${columns
    .slice(1)
    .map((column) => `${column} TEXT NOT NULL`)
    .join(", ")}) STRICT`,
  "CREATE UNIQUE INDEX by_id ON traces (trace_id)",
  // With the status, so that the histogram is read from the index alone.
  "CREATE INDEX by_time ON traces (time, trace_id, trace_rating)",
  ...filtered.map((column) => `CREATE INDEX by_${column} ON traces (${column}, time, trace_id)`),
];

const dialect: Omit<Dialect, "holdsText"> = {
  place: (value, parameters) => {
    parameters.push(value);
    return "?";
  },
  hour: "time / 3600000",
};

/** Regards the case of ASCII alone, as the letters of the questions are. */
const byScan: Dialect = {
  ...dialect,
  holdsText: (needle, parameters) => {
    parameters.push(`%${needle}%`);
    return "wire LIKE ?";
  },
};

/** Trigrams find substrings of three letters and more, whatever their case. */
const byTrigrams: Dialect = {
  ...dialect,
  holdsText: (needle, parameters) => {
    parameters.push(`"${needle}"`);
    return "no IN (SELECT rowid FROM texts WHERE texts MATCH ?)";
  },
};

/** SQLite, as the Node that runs the benchmark brings it: one table, an index per filter. */
export const sqliteKind = makeKind("SQLite", "text by scan", byScan);

/** The same with an index of all trigrams, which makes the file several times as large. */
export const sqliteTextKind = makeKind("SQLite with FTS5", "FTS5 trigrams for text", byTrigrams);

function makeKind(name: string, text: string, searching: Dialect): EngineKind {
  return {
    name,
    describe: async () => {
      const database = new DatabaseSync(":memory:");
      const version = database.prepare("SELECT sqlite_version() AS version").get()?.["version"];
      database.close();
      return `SQLite ${String(version)} (node:sqlite): one table, an index (field, time) per filter, ${text}; WAL, synchronous=FULL, 1 GB of cache; what comes again is compared with what is stored, as ours is`;
    },
    open: async (options) => {
      const engine = openSqlite(options, searching);
      const { indexText, ...plain } = engine;
      return searching === byTrigrams ? { ...plain, indexText } : plain;
    },
  };
}

function openSqlite(
  { folder }: EngineOptions,
  searching: Dialect,
): Engine & Required<Pick<Engine, "indexText">> {
  const file = join(folder, "traces.db");
  const isNew = !existsSync(file);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA page_size = 8192");
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA cache_size = -1000000");
  database.exec("PRAGMA mmap_size = 8000000000");
  database.exec("PRAGMA temp_store = MEMORY");
  if (isNew) for (const sql of schema) database.exec(sql);

  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const rowsOf = async ({ sql, parameters }: Statement): Promise<SQLInputValue[][]> =>
    prepare(sql)
      .all(...parameters)
      .map((row) => Object.values(row));
  const insertSql = `INSERT OR IGNORE INTO traces (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
  const isSame = ({ trace, wire }: LoadTrace) =>
    prepare("SELECT wire = ? AS same FROM traces WHERE trace_id = ?").get(wire, trace.trace_id)?.[
      "same"
    ] === 1;
  const hasTexts = () =>
    prepare("SELECT 1 FROM sqlite_schema WHERE name = 'texts'").get() !== undefined;
  let indexesTexts = !isNew && hasTexts();

  return {
    async insert(batch) {
      const insert = prepare(insertSql);
      database.exec("BEGIN IMMEDIATE");
      for (const trace of batch) {
        const row = rowOf(trace);
        const { changes, lastInsertRowid } = insert.run(...row);
        if (changes === 0 && !isSame(trace)) {
          throw new Error(`${trace.trace.trace_id} came again with other contents`);
        }
        if (indexesTexts && changes > 0) {
          prepare("INSERT INTO texts (rowid, wire) VALUES (?, ?)").run(lastInsertRowid, trace.wire);
        }
      }
      database.exec("COMMIT");
    },
    async settle() {
      database.exec("ANALYZE");
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    async indexText() {
      database.exec(
        "CREATE VIRTUAL TABLE texts USING fts5(wire, content='traces', content_rowid='no', tokenize='trigram', columnsize=0)",
      );
      database.exec("INSERT INTO texts (texts) VALUES ('rebuild')");
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      indexesTexts = true;
    },
    ...answerBySql(searching, rowsOf),
    async exportAll() {
      let lines = 0;
      let bytes = 0;
      let chunk: string[] = [];
      const flush = () => {
        bytes += Buffer.from(`${chunk.join("\n")}\n`).length;
        chunk = [];
      };
      for (const row of prepare("SELECT wire FROM traces").iterate()) {
        lines += 1;
        if (chunk.push(String(row["wire"])) === 500) flush();
      }
      if (chunk.length > 0) flush();
      return { lines, bytes };
    },
    diskBytes: async () => statSync(file).size,
    async dropBefore(time) {
      if (indexesTexts) {
        prepare(
          "INSERT INTO texts (texts, rowid, wire) SELECT 'delete', no, wire FROM traces WHERE time < ?",
        ).run(time);
      }
      prepare("DELETE FROM traces WHERE time < ?").run(time);
    },
    async close() {
      database.close();
    },
  };
}
