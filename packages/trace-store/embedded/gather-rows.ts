/** Places of groups: of kinds or operators of a segment. */
export type Indexes = Uint16Array | readonly number[];

/** What it costs to gather the rows of some groups and look at a share of them, in rows. */
export function costOf(
  groups: { readonly starts: Uint16Array },
  indexes: Indexes,
  length: number,
  share: number,
): number {
  const size = sizeOf(groups, indexes);
  return (indexes.length === 1 ? 0 : size + length / 32) + size * share;
}

/** How many rows some groups have. */
export function sizeOf({ starts }: { readonly starts: Uint16Array }, indexes: Indexes): number {
  let size = 0;
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    size += (starts[index + 1] ?? 0) - (starts[index] ?? 0);
  }
  return size;
}

/** So few rows are sorted sooner than all rows of a segment are looked at. */
const rowsToSort = 2_048;

function sortRows(
  { starts, rows }: { readonly starts: Uint16Array; readonly rows: Uint16Array },
  indexes: Indexes,
  size: number,
): Uint16Array {
  const gathered = new Uint16Array(size);
  let count = 0;
  for (const index of indexes) {
    const group = rows.subarray(starts[index], starts[index + 1]);
    gathered.set(group, count);
    count += group.length;
  }
  return gathered.toSorted();
}

/** A mark for each row of a segment; all are zero between two uses. */
const marksRoom = new Uint8Array(65_536);

/** The rows of several groups, ascending. */
export function gatherRows(
  { starts, rows }: { readonly starts: Uint16Array; readonly rows: Uint16Array },
  indexes: Indexes,
  length: number,
): Uint16Array {
  const [only] = indexes;
  if (only !== undefined && indexes.length === 1)
    return rows.subarray(starts[only], starts[only + 1]);
  const size = sizeOf({ starts }, indexes);
  if (size <= rowsToSort) return sortRows({ starts, rows }, indexes, size);
  const marks = marksRoom;
  for (const index of indexes) {
    const to = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < to; at += 1) marks[rows[at] ?? 0] = 1;
  }
  const gathered = new Uint16Array(size);
  for (let row = 0, at = 0; at < size && row < length; row += 1) {
    if (marks[row] === 1) {
      marks[row] = 0;
      gathered[at] = row;
      at += 1;
    }
  }
  return gathered;
}
