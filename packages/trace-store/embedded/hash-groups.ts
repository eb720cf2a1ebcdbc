import { lowerBoundOfHash, rowsOfGroup, sortByValue } from "./groups.ts";
import type { TextHash } from "./hash.ts";

/** A hash for each row; both halves are 0 where there is no value. */
export interface HashColumn {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** The rows of each distinct text of a field, which stands here as a hash; ascending by (high, low). */
export interface HashGroups {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly starts: Uint16Array;
  /** Rows without a value are left out. */
  readonly rows: Uint16Array;
}

/** Groups the rows that have a value by its hash. */
export function groupHashes({ high, low }: HashColumn): HashGroups {
  const rows = sortByValue(high, (row) => high[row] !== 0 || low[row] !== 0);
  sortEqualHighs(rows, high, low);
  const firsts: number[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (before === undefined || high[before] !== high[row] || low[before] !== low[row]) {
      firsts.push(at);
    }
  });
  const valuesOf = (column: Uint32Array) =>
    Uint32Array.from(firsts, (at) => column[rows[at] ?? 0] ?? 0);
  return {
    high: valuesOf(high),
    low: valuesOf(low),
    starts: Uint16Array.from([...firsts, rows.length]),
    rows,
  };
}

/** Two texts that share the first half of their hash are rare, but they must not be mixed. */
function sortEqualHighs(rows: Uint16Array, high: Uint32Array, low: Uint32Array): void {
  for (let from = 0; from < rows.length;) {
    const first = rows[from] ?? 0;
    let to = from + 1;
    let isMixed = false;
    for (; to < rows.length; to += 1) {
      const row = rows[to] ?? 0;
      if (high[row] !== high[first]) break;
      if (low[row] !== low[first]) isMixed = true;
    }
    if (isMixed) {
      rows.subarray(from, to).sort((a, b) => (low[a] ?? 0) - (low[b] ?? 0) || a - b);
    }
    from = to;
  }
}

/** Always the same, so that nothing is made where nothing is found. */
export const noRows = new Uint16Array();

/** The rows whose text has this hash, ascending. */
export function rowsOfHash(groups: HashGroups, hash: TextHash): Uint16Array {
  const { high, low } = groups;
  for (let at = lowerBoundOfHash(high, hash.high); high[at] === hash.high; at += 1) {
    if (low[at] === hash.low) return rowsOfGroup(groups, at);
  }
  return noRows;
}

/** The hash of each row. */
export function hashesOfRows(groups: HashGroups, length: number): HashColumn {
  const [high, low] = [new Uint32Array(length), new Uint32Array(length)];
  for (let index = 0; index < groups.high.length; index += 1) {
    for (const row of rowsOfGroup(groups, index)) {
      high[row] = groups.high[index] ?? 0;
      low[row] = groups.low[index] ?? 0;
    }
  }
  return { high, low };
}
