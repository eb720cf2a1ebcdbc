import { type Counts, type Status, statuses } from "./bars.ts";

/** The part of a bar that stands for one status, in percent of the picture's height. */
interface Piece {
  readonly status: Status;
  readonly top: number;
  readonly height: number;
}

/** A single incident among thousands of traces must still be seen. */
const leastHeight = 2;

/** The pieces of a bar, the lowest first. `highest` is the total of the highest bar. */
export function stackOf(counts: Counts, highest: number): Piece[] {
  const heights = statuses.map((status) =>
    counts[status] === 0 ? 0 : Math.max(leastHeight, (counts[status] / highest) * 100),
  );
  const over = heights.reduce((sum, height) => sum + height, 0) - 100;
  if (over > 0) {
    const tallest = heights.indexOf(Math.max(...heights));
    heights[tallest] = (heights[tallest] ?? 0) - over;
  }
  const pieces: Piece[] = [];
  let top = 100;
  for (const [index, status] of statuses.entries()) {
    const height = heights[index] ?? 0;
    top -= height;
    if (height > 0) pieces.push({ status, top, height });
  }
  return pieces;
}
