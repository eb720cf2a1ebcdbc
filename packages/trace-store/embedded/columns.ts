import { groupHashes, type HashColumn, type HashGroups, hashesOfRows } from "./hash-groups.ts";
import { groupRows, type Groups, indexOfEachRow, sortByValue } from "./groups.ts";
import { hashedFields, type HashedField } from "./trace-fields.ts";

/** Rows of a segment at most: row numbers and counts then fit into 16 bits. */
export const segmentRows = 65_535;

/** The values of rows sorted by (time, trace_id) ascending, in the numbers of the whole store. */
export interface RowValues {
  readonly length: number;
  /** ms since the start of the UTC day. */
  readonly time: Uint32Array;
  readonly kind: Uint32Array;
  /** Number of the operator's name; 0 when there is none. */
  readonly operator: Uint32Array;
  /** The first 32 bits of the hash of the trace id. */
  readonly id: Uint32Array;
  readonly hashed: Readonly<Record<HashedField, HashColumn>>;
}

/** How many rows each pair of operator and kind has, for every pair that occurs. */
export interface Pairs {
  /** The pairs of operator `i` (an index into `operators.values`) are `starts[i] … starts[i + 1]`. */
  readonly starts: Uint16Array;
  /** Index into `kinds.values`, ascending within an operator. */
  readonly kinds: Uint16Array;
  readonly counts: Uint16Array;
}

/** The rows of a segment as columns: what every query is answered from before a body is read. */
export interface Columns {
  readonly length: number;
  readonly time: Uint32Array;
  /** For each row the index of its kind in `kinds.values`. */
  readonly kind: Uint16Array;
  /** For each row the index of its operator in `operators.values`. */
  readonly operator: Uint16Array;
  readonly kinds: Groups;
  readonly operators: Groups;
  readonly pairs: Pairs;
  /** Hashes of the trace ids, ascending, and the row of each: whole ids are compared in the bodies. */
  readonly ids: { readonly hashes: Uint32Array; readonly rows: Uint16Array };
  readonly hashed: Readonly<Record<HashedField, HashGroups>>;
}

/** Builds the columns of rows that are sorted already. */
export function buildColumns(values: RowValues): Columns {
  const { length } = values;
  const kinds = groupRows(values.kind);
  const operators = groupRows(values.operator);
  const kind = indexOfEachRow(kinds, length);
  const operator = indexOfEachRow(operators, length);
  const ids = sortByValue(values.id);
  return {
    length,
    time: values.time,
    kind,
    operator,
    kinds,
    operators,
    pairs: countPairs(kind, operator, operators.values.length),
    ids: {
      hashes: Uint32Array.from(ids, (row) => values.id[row] ?? 0),
      rows: ids,
    },
    hashed: {
      access_key_id: groupHashes(values.hashed.access_key_id),
      resource_id: groupHashes(values.hashed.resource_id),
      resource_name: groupHashes(values.hashed.resource_name),
    },
  };
}

function countPairs(kind: Uint16Array, operator: Uint16Array, operators: number): Pairs {
  const sorted = new Uint32Array(kind.length);
  for (let row = 0; row < kind.length; row += 1) {
    sorted[row] = (operator[row] ?? 0) * 65_536 + (kind[row] ?? 0);
  }
  sorted.sort();
  const starts = new Uint16Array(operators + 1);
  const kinds = new Uint16Array(kind.length);
  const counts = new Uint16Array(kind.length);
  let [pairs, last, lastOperator] = [0, -1, 0];
  for (const pair of sorted) {
    if (pair !== last) {
      for (const own = pair >>> 16; lastOperator < own;) {
        lastOperator += 1;
        starts[lastOperator] = pairs;
      }
      kinds[pairs] = pair & 0xffff;
      pairs += 1;
      last = pair;
    }
    counts[pairs - 1] = (counts[pairs - 1] ?? 0) + 1;
  }
  starts.fill(pairs, lastOperator + 1);
  return { starts, kinds: kinds.slice(0, pairs), counts: counts.slice(0, pairs) };
}

/** The values from which columns were built. */
export function valuesOfColumns(columns: Columns): RowValues {
  const { length, kinds, operators, ids } = columns;
  const id = new Uint32Array(length);
  ids.rows.forEach((row, at) => {
    id[row] = ids.hashes[at] ?? 0;
  });
  const hashesOf = (field: HashedField) => hashesOfRows(columns.hashed[field], length);
  return {
    length,
    time: columns.time,
    kind: Uint32Array.from(columns.kind, (index) => kinds.values[index] ?? 0),
    operator: Uint32Array.from(columns.operator, (index) => operators.values[index] ?? 0),
    id,
    hashed: {
      access_key_id: hashesOf("access_key_id"),
      resource_id: hashesOf("resource_id"),
      resource_name: hashesOf("resource_name"),
    },
  };
}

/** An empty set of values for so many rows, to be filled. */
export function newRowValues(length: number): RowValues {
  const hashColumn = () => ({ high: new Uint32Array(length), low: new Uint32Array(length) });
  return {
    length,
    time: new Uint32Array(length),
    kind: new Uint32Array(length),
    operator: new Uint32Array(length),
    id: new Uint32Array(length),
    hashed: { access_key_id: hashColumn(), resource_id: hashColumn(), resource_name: hashColumn() },
  };
}

/** Copies one row. */
export function copyRow(from: RowValues, row: number, to: RowValues, at: number): void {
  to.time[at] = from.time[row] ?? 0;
  to.kind[at] = from.kind[row] ?? 0;
  to.operator[at] = from.operator[row] ?? 0;
  to.id[at] = from.id[row] ?? 0;
  for (const field of hashedFields) {
    to.hashed[field].high[at] = from.hashed[field].high[row] ?? 0;
    to.hashed[field].low[at] = from.hashed[field].low[row] ?? 0;
  }
}
