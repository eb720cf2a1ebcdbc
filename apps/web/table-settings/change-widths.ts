import { type Widths, clampWidth, leastWidth } from "./column-widths.ts";

/** The widths after one column was made wider, or with a negative `by` narrower, in px. */
export function widened(widths: Widths, id: string, by: number): Widths {
  return { ...widths, [id]: clampWidth((widths[id] ?? leastWidth) + by) };
}

/** The widths after one column was given back its own. */
export function withoutWidth(widths: Widths, id: string): Widths {
  return Object.fromEntries(Object.entries(widths).filter(([name]) => name !== id));
}

/**
 * The widths that the columns have now: those that were given stay as they are, the others are
 * measured, so that none of them moves when one is resized.
 */
export function presentWidths(given: Widths): Widths {
  const heads = document.querySelectorAll<HTMLElement>("th[data-column]");
  const measured = [...heads].map((head): [string, number] => [
    head.dataset["column"] ?? "",
    // Rounded up, they would be wider together than the place that they fill.
    Math.floor(head.getBoundingClientRect().width),
  ]);
  return { ...Object.fromEntries(measured), ...given };
}
