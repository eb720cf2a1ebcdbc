/**
 * The rows that hold a value, for every value that occurs: those of value `i` are
 * `rows[starts[i] … starts[i + 1]]`, ascending.
 */
export interface Groups {
  /** The distinct values, ascending. */
  readonly values: Uint32Array;
  readonly starts: Uint16Array;
  readonly rows: Uint16Array;
}

/** The rows sorted by (value, row). Both packed into one number below 2^53 sort natively. */
export function sortByValue(
  values: Uint32Array,
  isPresent?: (row: number) => boolean,
): Uint16Array {
  const packed = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (isPresent !== undefined && !isPresent(row)) continue;
    packed[count] = (values[row] ?? 0) * 65_536 + row;
    count += 1;
  }
  const sorted = packed.subarray(0, count).toSorted();
  const rows = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) rows[at] = (sorted[at] ?? 0) % 65_536;
  return rows;
}

/** Groups all rows by their value. */
export function groupRows(valueOfRow: Uint32Array): Groups {
  const rows = sortByValue(valueOfRow);
  const values: number[] = [];
  const starts: number[] = [];
  rows.forEach((row, at) => {
    const value = valueOfRow[row] ?? 0;
    if (value === values.at(-1)) return;
    values.push(value);
    starts.push(at);
  });
  starts.push(rows.length);
  return { values: Uint32Array.from(values), starts: Uint16Array.from(starts), rows };
}

/** The rows of a group that lie in `[first, last)`, ascending. */
export function rowsOf(
  { starts, rows }: { readonly starts: Uint16Array; readonly rows: Uint16Array },
  index: number,
  first: number,
  last: number,
): Uint16Array {
  const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0];
  const begin = lowerBound(rows, first, from, to);
  return rows.subarray(begin, lowerBound(rows, last, begin, to));
}

/** For each row the index of its group. */
export function indexOfEachRow(groups: Groups, length: number): Uint16Array {
  const indexes = new Uint16Array(length);
  for (let index = 0; index < groups.values.length; index += 1) {
    for (const row of rowsOfGroup(groups, index)) indexes[row] = index;
  }
  return indexes;
}

/** The index of the first number that is not below `wanted`, in ascending numbers. */
export function lowerBound(
  numbers: Uint32Array | Uint16Array,
  wanted: number,
  from = 0,
  to = numbers.length,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const hashRange = 2 ** 32;

/**
 * The same in ascending hashes. They lie evenly over their range, so that the place is guessed
 * within a few steps: halving the whole would wait for memory a dozen times.
 */
export function lowerBoundOfHash(hashes: Uint32Array, wanted: number): number {
  const { length } = hashes;
  const guess = Math.floor((wanted / hashRange) * length);
  // Twice as far as a hash is off its place mostly.
  let margin = Math.ceil(Math.sqrt(length));
  let low = Math.max(0, guess - margin);
  let high = Math.min(length, guess + margin);
  while (
    (low > 0 && (hashes[low] ?? 0) >= wanted) ||
    (high < length && (hashes[high] ?? 0) < wanted)
  ) {
    margin *= 4;
    low = Math.max(0, guess - margin);
    high = Math.min(length, guess + margin);
  }
  return lowerBound(hashes, wanted, low, high);
}

/** The index of a value in ascending numbers, −1 when it is not there. */
export function indexOf(numbers: Uint32Array, wanted: number): number {
  const at = lowerBound(numbers, wanted);
  return numbers[at] === wanted ? at : -1;
}

/** The rows of one group, ascending. */
export function rowsOfGroup(
  { starts, rows }: Pick<Groups, "starts" | "rows">,
  index: number,
): Uint16Array {
  return rows.subarray(starts[index], starts[index + 1]);
}
