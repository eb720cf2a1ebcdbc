import {
  type BenchField,
  type BenchQuery,
  type QueryField,
  benchFields,
  hourMs,
  pageLength,
} from "../questions/question.ts";
import type { LoadTrace } from "../load/make-load.ts";
import type { Engine, FacetCounts, HistogramCount } from "./engine.ts";

/** The columns of a peer's table besides the whole trace, in their order. */
export const columns = [
  "time",
  "trace_id",
  "service_type",
  "resource_type",
  "trace_name",
  "user_name",
  "trace_rating",
  "enterprise_project_id",
  "tracker_name",
  "resource_id",
  "wire",
] as const;

/** A trace's columns; what is absent is an empty text, which no trace holds there. */
export function rowOf({ trace, wire }: LoadTrace): readonly [number, ...string[]] {
  return [
    trace.time,
    trace.trace_id,
    trace.service_type ?? "",
    trace.resource_type ?? "",
    trace.trace_name,
    trace.user?.name ?? "",
    trace.trace_rating ?? "",
    trace.enterprise_project_id ?? "",
    trace.tracker_name ?? "",
    trace.resource_id ?? "",
    wire,
  ];
}

function columnOf(field: QueryField): string {
  return field === "user" ? "user_name" : field;
}

/** How one database writes what the questions need. */
export interface Dialect {
  /** Takes a value and returns its place in the statement: `?`, `$3`, a literal. */
  readonly place: (value: string | number, parameters: (string | number)[]) => string;
  /** The condition that the trace's text holds `needle`, which is in lower case. */
  readonly holdsText: (needle: string, parameters: (string | number)[]) => string;
  /** The hour that a trace belongs to, as a number. */
  readonly hour: string;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: (string | number)[];
}

function conditions(
  dialect: Dialect,
  query: BenchQuery,
  parameters: (string | number)[],
  except?: BenchField,
): string {
  const list = (values: readonly string[]) =>
    values.map((value) => dialect.place(value, parameters)).join(", ");
  const parts = [
    `time >= ${dialect.place(query.from, parameters)}`,
    `time < ${dialect.place(query.to, parameters)}`,
  ];
  for (const [negated, values] of [
    ["", query.is],
    ["NOT ", query.isNot],
  ] as const) {
    for (const field of [...benchFields, "resource_id"] as const) {
      const wanted = values[field];
      if (wanted === undefined || field === except) continue;
      parts.push(
        wanted.length === 1 && negated === ""
          ? `${columnOf(field)} = ${list(wanted)}`
          : `${columnOf(field)} ${negated}IN (${list(wanted)})`,
      );
    }
  }
  if (query.text !== undefined) parts.push(dialect.holdsText(query.text.toLowerCase(), parameters));
  return parts.join(" AND ");
}

function pageStatement(dialect: Dialect, query: BenchQuery): Statement {
  const parameters: (string | number)[] = [];
  const where = conditions(dialect, query, parameters);
  const sql = `SELECT wire FROM traces WHERE ${where} ORDER BY time DESC, trace_id DESC LIMIT ${pageLength}`;
  return { sql, parameters };
}

function countStatement(dialect: Dialect, query: BenchQuery): Statement {
  const parameters: (string | number)[] = [];
  const where = conditions(dialect, query, parameters);
  return { sql: `SELECT count(*) AS n FROM traces WHERE ${where}`, parameters };
}

/** All facets in one statement: a round trip each would only add to their time. */
function facetsStatement(dialect: Dialect, query: BenchQuery): Statement {
  const parameters: (string | number)[] = [];
  const parts = benchFields.map((field) => {
    const where = conditions(dialect, query, parameters, field);
    const column = columnOf(field);
    return `SELECT '${field}' AS field, ${column} AS value, count(*) AS n FROM traces WHERE ${where} GROUP BY ${column}`;
  });
  return { sql: parts.join(" UNION ALL "), parameters };
}

function histogramStatement(dialect: Dialect, query: BenchQuery): Statement {
  const parameters: (string | number)[] = [];
  const where = conditions(dialect, query, parameters);
  const sql = `SELECT ${dialect.hour} AS hour, trace_rating, count(*) AS n FROM traces WHERE ${where} GROUP BY 1, 2`;
  return { sql, parameters };
}

/** Reads the rows of {@link facetsStatement}. */
function readFacets(rows: Iterable<readonly unknown[]>): FacetCounts {
  const facets: Partial<Record<BenchField, (readonly [string, number])[]>> = {};
  for (const [name, value, count] of rows) {
    const field = benchFields.find((known) => known === name);
    if (field === undefined) throw new TypeError(`no such facet: ${String(name)}`);
    (facets[field] ??= []).push([String(value), Number(count)]);
  }
  return facets;
}

/** Reads the rows of {@link histogramStatement}. */
function readHistogram(rows: Iterable<readonly unknown[]>): HistogramCount[] {
  return Array.from(rows, ([hour, rating, count]) => [
    Number(hour) * hourMs,
    String(rating),
    Number(count),
  ]);
}

/** The wire of a row whose only column it is. @throws TypeError when it is no text */
function readWire([wire]: readonly unknown[]): string {
  if (typeof wire !== "string") throw new TypeError("a trace came as something else than text");
  return wire;
}

type Rows = readonly (readonly unknown[])[];

/** The answers of an engine that speaks SQL. @param rowsOf runs a statement */
export function answerBySql(
  dialect: Dialect,
  rowsOf: (statement: Statement) => Promise<Rows>,
): Pick<Engine, "page" | "find" | "count" | "facets" | "histogram"> {
  return {
    page: async (query) => (await rowsOf(pageStatement(dialect, query))).map(readWire),
    async find(trace_id) {
      const [row] = await rowsOf(findStatement(dialect, trace_id));
      return row === undefined ? undefined : readWire(row);
    },
    count: async (query) => Number((await rowsOf(countStatement(dialect, query)))[0]?.[0]),
    facets: async (query) => readFacets(await rowsOf(facetsStatement(dialect, query))),
    histogram: async (query) => readHistogram(await rowsOf(histogramStatement(dialect, query))),
  };
}

function findStatement(dialect: Dialect, trace_id: string): Statement {
  const parameters: (string | number)[] = [];
  const place = dialect.place(trace_id, parameters);
  return { sql: `SELECT wire FROM traces WHERE trace_id = ${place} LIMIT 1`, parameters };
}
