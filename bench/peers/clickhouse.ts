import { join } from "node:path";
import type { Engine, EngineKind, EngineOptions } from "./engine.ts";
import { loadPackage, packageVersion } from "./load-package.ts";
import { answerBySql, columns, type Dialect, rowOf, type Statement } from "./sql.ts";

/** What is used of `chdb`. */
interface Chdb {
  readonly Session: new (folder: string) => Session;
}
interface Session {
  query(sql: string, format: string): string;
  queryStream(
    sql: string,
    options: { readonly format: string },
  ): AsyncIterable<{ readonly numRows: number; raw(): Uint8Array }>;
  insert(rows: {
    readonly table: string;
    readonly values: Buffer;
    readonly format: "JSONCompactEachRow";
  }): Promise<unknown>;
  close(): void;
}

function isChdb(loaded: object): loaded is Chdb {
  return "Session" in loaded;
}

function literal(value: string | number): string {
  return typeof value === "number"
    ? String(value)
    : `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

const dialect: Dialect = {
  // Without a server there is nothing that would keep a statement prepared.
  place: literal,
  holdsText: (needle) => `lower(wire) LIKE ${literal(`%${needle}%`)}`,
  hour: "intDiv(time, 3600000)",
};

const types: Readonly<Record<string, string>> = {
  time: "UInt64 CODEC(Delta, ZSTD(1))",
  trace_id: "String CODEC(ZSTD(1))",
  resource_id: "String CODEC(ZSTD(1))",
  wire: "String CODEC(ZSTD(1))",
};

const indexes = [
  "INDEX ids trace_id TYPE bloom_filter(0.01) GRANULARITY 1",
  "INDEX resources resource_id TYPE bloom_filter(0.01) GRANULARITY 1",
  "INDEX users user_name TYPE set(500) GRANULARITY 1",
  "INDEX names trace_name TYPE set(500) GRANULARITY 1",
  "INDEX texts lower(wire) TYPE text(tokenizer = ngrams(3)) GRANULARITY 100000000",
];

const schema = `CREATE TABLE IF NOT EXISTS traces (${columns
  .map((column) => `${column} ${types[column] ?? "LowCardinality(String)"}`)
  .join(", ")}, ${indexes.join(", ")}) ENGINE = MergeTree
  PARTITION BY toDate(intDiv(time, 1000)) ORDER BY (time, trace_id)
  SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000`;

/** ClickHouse in the process: what a server does, without the network between. */
export const clickhouseKind: EngineKind = {
  name: "ClickHouse",
  describe: async () => {
    const { Session } = loadPackage("chdb", isChdb);
    const session = new Session("");
    const version = session.query("SELECT version()", "TSVRaw").trim();
    session.close();
    return `ClickHouse ${version} (chdb ${packageVersion("chdb")}, in-process): MergeTree by day ordered by (time, trace_id), zstd, skipping indexes, text index of 3-grams; fsync_after_insert, tells a batch sent twice`;
  },
  open: async (options) => openClickHouse(options),
};

function openClickHouse({ folder }: EngineOptions): Engine {
  const { Session } = loadPackage("chdb", isChdb);
  const session = new Session(join(folder, "clickhouse"));
  session.query("CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic", "TSV");
  session.query("USE bench", "TSV");
  session.query(schema, "TSV");

  async function rowsOf({ sql }: Statement): Promise<readonly (readonly unknown[])[]> {
    const text = session.query(sql, "JSONCompactEachRow");
    return text === "" ? [] : text.trimEnd().split("\n").map(readRow);
  }

  return {
    async insert(batch) {
      const rows = batch.map((trace) => JSON.stringify(rowOf(trace))).join("\n");
      await session.insert({
        table: "bench.traces",
        values: Buffer.from(rows),
        format: "JSONCompactEachRow",
      });
    },
    async settle() {
      session.query("OPTIMIZE TABLE traces FINAL", "TSV");
    },
    ...answerBySql(dialect, rowsOf),
    async exportAll() {
      let lines = 0;
      let bytes = 0;
      const stream = session.queryStream("SELECT wire FROM traces", { format: "TSVRaw" });
      for await (const chunk of stream) {
        lines += chunk.numRows;
        bytes += chunk.raw().length;
      }
      return { lines, bytes };
    },
    async diskBytes() {
      const sql = "SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = 'bench'";
      return Number(session.query(sql, "TSVRaw"));
    },
    async dropBefore(time) {
      const day = literal(new Date(time).toISOString().slice(0, 10));
      const partitions = session
        .query(
          `SELECT DISTINCT partition FROM system.parts WHERE active AND database = 'bench' AND partition < ${day}`,
          "TSVRaw",
        )
        .split("\n")
        .filter((partition) => partition !== "");
      for (const partition of partitions) {
        session.query(`ALTER TABLE traces DROP PARTITION ${literal(partition)}`, "TSV");
      }
    },
    async close() {
      session.close();
    },
  };
}

function readRow(line: string): readonly unknown[] {
  const row: unknown = JSON.parse(line);
  if (!Array.isArray(row)) throw new TypeError("ClickHouse answered without a row");
  return row;
}
