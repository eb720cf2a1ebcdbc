import { statSync } from "node:fs";
import { join } from "node:path";
import type { Engine, EngineKind, EngineOptions } from "./engine.ts";
import { loadPackage } from "./load-package.ts";
import { answerBySql, columns, type Dialect, rowOf, type Statement } from "./sql.ts";

/** What is used of `@duckdb/node-api`. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(file: string, options?: Readonly<Record<string, string>>): Promise<Instance>;
  };
  readonly DuckDBDataChunk: { create(types: readonly unknown[], rows: number): DataChunk };
  readonly BIGINT: unknown;
  readonly VARCHAR: unknown;
  version(): string;
}
/** Rows on their way in. */
interface DataChunk {
  setColumns(columns: readonly (readonly unknown[])[]): void;
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  prepare(sql: string): Promise<Prepared>;
  stream(sql: string): Promise<Result>;
  createAppender(table: string, schema?: string, catalog?: string): Promise<Appender>;
  closeSync(): void;
}
interface Result {
  getRows(): Promise<readonly (readonly unknown[])[]>;
  fetchChunk(): Promise<Chunk | null>;
}
interface Chunk {
  readonly rowCount: number;
  getColumnValues(column: number): readonly unknown[];
}
interface Prepared {
  bind(values: readonly (string | bigint)[]): void;
  run(): Promise<Result>;
}
interface Appender {
  appendDataChunk(chunk: DataChunk): void;
  closeSync(): void;
}

function isDuckDb(loaded: object): loaded is DuckDb {
  return "DuckDBInstance" in loaded && "DuckDBDataChunk" in loaded && "version" in loaded;
}

const dialect: Dialect = {
  place: (value, parameters) => {
    parameters.push(value);
    return "?";
  },
  holdsText: (needle, parameters) => {
    parameters.push(needle);
    return "contains(lower(wire), ?)";
  },
  hour: "time // 3600000",
};

const definition = columns
  .map((column) => `${column} ${column === "time" ? "BIGINT" : "VARCHAR"} NOT NULL`)
  .join(", ");

/** DuckDB in the process: columns with zone maps, a primary key that tells duplicates. */
export const duckdbKind: EngineKind = {
  name: "DuckDB",
  describe: async () =>
    `DuckDB ${loadPackage("@duckdb/node-api", isDuckDb).version()} (in-process): one table in order of arrival, primary key trace_id, newest storage version, text by scan`,
  open: openDuckDb,
};

async function openDuckDb({ folder }: EngineOptions): Promise<Engine> {
  const { DuckDBInstance, DuckDBDataChunk, BIGINT, VARCHAR } = loadPackage(
    "@duckdb/node-api",
    isDuckDb,
  );
  const types = columns.map((column) => (column === "time" ? BIGINT : VARCHAR));
  const instance = await DuckDBInstance.create(join(folder, "traces.duckdb"), {
    storage_compatibility_version: "latest",
    memory_limit: "8GB",
    checkpoint_threshold: "256MB",
    preserve_insertion_order: "true",
  });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE IF NOT EXISTS traces (${definition}, PRIMARY KEY (trace_id))`);
  await connection.run(`CREATE TEMP TABLE incoming (${definition})`);
  const prepared = new Map<string, Prepared>();

  async function rowsOf({ sql, parameters }: Statement): Promise<readonly (readonly unknown[])[]> {
    const statement = prepared.get(sql) ?? (await connection.prepare(sql));
    prepared.set(sql, statement);
    statement.bind(parameters.map((value) => (typeof value === "number" ? BigInt(value) : value)));
    return (await statement.run()).getRows();
  }

  return {
    async insert(batch) {
      const appender = await connection.createAppender("incoming", undefined, "temp");
      // A vector holds 2,048 rows.
      for (let start = 0; start < batch.length; start += 2_048) {
        const rows = batch.slice(start, start + 2_048).map(rowOf);
        const chunk = DuckDBDataChunk.create(types, rows.length);
        chunk.setColumns(
          columns.map((_, column) =>
            rows.map((row) => (column === 0 ? BigInt(row[0]) : row[column])),
          ),
        );
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
      await connection.run("INSERT OR IGNORE INTO traces SELECT * FROM incoming");
      await connection.run("TRUNCATE incoming");
    },
    async settle() {
      await connection.run("CHECKPOINT");
      await connection.run("ANALYZE");
    },
    ...answerBySql(dialect, rowsOf),
    async exportAll() {
      const result = await connection.stream("SELECT wire FROM traces");
      let lines = 0;
      let bytes = 0;
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return { lines, bytes };
        lines += chunk.rowCount;
        bytes += Buffer.from(`${chunk.getColumnValues(0).join("\n")}\n`).length;
      }
    },
    diskBytes: async () => statSync(join(folder, "traces.duckdb")).size,
    async dropBefore(time) {
      await connection.run(`DELETE FROM traces WHERE time < ${time}`);
      await connection.run("CHECKPOINT");
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
