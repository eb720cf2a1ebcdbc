import { type Range, defaultRangeExtractor } from "@tanstack/react-virtual";

/** All rows; or those in sight, a few around them, and always that of the cursor. */
export function indexesToDraw(range: Range, cursor: number, all: boolean): number[] {
  if (all) return Array.from({ length: range.count }, (_, index) => index);
  const drawn = defaultRangeExtractor(range);
  const [first = cursor, last = cursor] = [drawn[0], drawn.at(-1)];
  if (cursor < first) return [cursor, ...drawn];
  return cursor > last ? [...drawn, cursor] : drawn;
}
