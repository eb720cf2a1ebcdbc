/** A list of rows, some of them in sight. */
interface Rows {
  readonly count: number;
  /** The first one in sight. */
  readonly first: number;
}

/**
 * The row that a step leads to from the one at the cursor; without a cursor the first in sight.
 * Null in a list without rows.
 */
export function nextRow(at: number | null, step: number, { count, first }: Rows): number | null {
  if (count === 0) return null;
  const wanted = at === null ? first : at + step;
  return Math.min(Math.max(wanted, 0), count - 1);
}
