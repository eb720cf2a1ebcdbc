import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Engine, EngineKind, EngineOptions } from "./engine.ts";
import { loadPackage } from "./load-package.ts";
import { ensurePostgres, startCluster } from "./postgres-cluster.ts";
import { answerBySql, columns, type Dialect, rowOf, type Statement } from "./sql.ts";

/** What is used of `pg` and `pg-copy-streams`. */
interface Pg {
  readonly Client: new (options: {
    readonly host: string;
    readonly user: string;
    readonly database: string;
  }) => Client;
}
interface Client {
  connect(): Promise<void>;
  query(statement: CopyIn): CopyIn;
  query(statement: CopyOut): CopyOut;
  query(statement: string | Prepared): Promise<{ readonly rows: readonly (readonly unknown[])[] }>;
  end(): Promise<void>;
}
interface Prepared {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly (string | number)[];
  readonly rowMode: "array";
}
interface CopyIn extends Writable {
  readonly text: string;
}
interface CopyOut extends Readable {
  readonly text: string;
}
interface CopyStreams {
  from(sql: string): CopyIn;
  to(sql: string): CopyOut;
}

function isPg(loaded: object): loaded is Pg {
  return "Client" in loaded;
}

function isCopyStreams(loaded: object): loaded is CopyStreams {
  return "from" in loaded && "to" in loaded;
}

const dialect: Dialect = {
  place: (value, parameters) => `$${parameters.push(value)}`,
  holdsText: (needle, parameters) => `wire ILIKE $${parameters.push(`%${needle}%`)}`,
  hour: "time / 3600000",
};

const day = 86_400_000;
const filtered = columns.filter((column) => !["time", "trace_id", "wire"].includes(column));
const definition = columns
  .map((column) => `${column} ${column === "time" ? "bigint" : 'text COLLATE "C"'} NOT NULL`)
  .join(", ");

function schemaOf(end: number): string[] {
  const first = Math.floor(end / day) - 7;
  return [
    `CREATE TABLE traces (${definition}, UNIQUE (trace_id, time)) PARTITION BY RANGE (time)`,
    ...Array.from({ length: 8 }, (_, index) => {
      const from = (first + index) * day;
      return `CREATE TABLE ${partitionOf(from)} PARTITION OF traces FOR VALUES FROM (${from}) TO (${from + day})`;
    }),
    // With the status, so that the histogram is read from the index alone.
    "CREATE INDEX ON traces (time, trace_id) INCLUDE (trace_rating)",
    ...filtered.map((column) => `CREATE INDEX ON traces (${column}, time, trace_id)`),
    "CREATE EXTENSION pg_trgm",
    `CREATE UNLOGGED TABLE incoming (${definition})`,
  ];
}

function partitionOf(time: number): string {
  return `traces_${new Date(time).toISOString().slice(0, 10).replaceAll("-", "")}`;
}

/** PostgreSQL in a cluster of its own: partitions by day, an index per filter. */
export const postgresKind: EngineKind = {
  name: "PostgreSQL",
  isServer: true,
  describe: async () =>
    `${ensurePostgres()}: partitions by day, an index (field, time) per filter, pg_trgm for text; fsync, shared_buffers 1 GB; over a Unix socket`,
  open: openPostgres,
};

async function openPostgres({ folder, end }: EngineOptions): Promise<Engine> {
  const cluster = await startCluster(folder);
  try {
    const { Client } = loadPackage("pg", isPg);
    const client = new Client({ host: cluster.socket, user: "bench", database: "postgres" });
    await client.connect();
    return await useClient(client, end, () => cluster.stop());
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function useClient(client: Client, end: number, stop: () => Promise<void>): Promise<Engine> {
  const copy = loadPackage("pg-copy-streams", isCopyStreams);
  const { rows } = await client.query({
    text: "SELECT to_regclass('traces') IS NULL",
    rowMode: "array",
  });
  if (rows[0]?.[0] === true) for (const sql of schemaOf(end)) await client.query(sql);

  const names = new Map<string, string>();
  async function rowsOf({ sql, parameters }: Statement): Promise<readonly (readonly unknown[])[]> {
    const name = names.get(sql) ?? `statement ${names.size}`;
    names.set(sql, name);
    return (await client.query({ name, text: sql, values: parameters, rowMode: "array" })).rows;
  }

  return {
    async insert(batch) {
      await client.query("BEGIN");
      const incoming = client.query(copy.from("COPY incoming FROM STDIN"));
      incoming.end(batch.map((trace) => `${rowOf(trace).map(escape).join("\t")}\n`).join(""));
      await once(incoming, "finish");
      await client.query("INSERT INTO traces SELECT * FROM incoming ON CONFLICT DO NOTHING");
      await client.query("TRUNCATE incoming");
      await client.query("COMMIT");
    },
    async settle() {
      await client.query("VACUUM ANALYZE traces");
      await client.query("CHECKPOINT");
    },
    async indexText() {
      await client.query("CREATE INDEX ON traces USING gin (wire gin_trgm_ops)");
      await client.query("VACUUM ANALYZE traces");
      await client.query("CHECKPOINT");
    },
    ...answerBySql(dialect, rowsOf),
    async exportAll() {
      let lines = 0;
      let bytes = 0;
      // With delimiters that no text holds, the lines come as they are, without escapes.
      const format = String.raw`(FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')`;
      const stream = client.query(copy.to(`COPY (SELECT wire FROM traces) TO STDOUT ${format}`));
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) throw new TypeError("PostgreSQL sent no bytes");
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
      }
      return { lines, bytes };
    },
    async diskBytes() {
      const sql = "SELECT pg_database_size(current_database())";
      return Number((await rowsOf({ sql, parameters: [] }))[0]?.[0]);
    },
    async dropBefore(time) {
      const first = Math.floor(end / day) * day - 7 * day;
      for (let from = first; from < time; from += day) {
        await client.query(`DROP TABLE ${partitionOf(from)}`);
      }
    },
    async close() {
      await client.end();
      await stop();
    },
  };
}

/** A value as COPY reads it. */
function escape(value: string | number): string {
  return typeof value === "number"
    ? String(value)
    : value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
