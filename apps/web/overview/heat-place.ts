import type { HeatRow } from "./heat-map.ts";

/** A cell of the heat map: the row from 0, and the hour. */
export interface Place {
  readonly row: number;
  readonly hour: number;
}

const arrows: ReadonlyMap<string, Place> = new Map([
  ["ArrowLeft", { row: 0, hour: -1 }],
  ["ArrowRight", { row: 0, hour: 1 }],
  ["ArrowUp", { row: -1, hour: 0 }],
  ["ArrowDown", { row: 1, hour: 0 }],
]);

/** Whether a cell has traces, and leads to them. */
export function isFilled(rows: readonly HeatRow[], { row, hour }: Place): boolean {
  return (rows[row]?.cells[hour]?.count ?? 0) > 0;
}

/** The first cell that has traces; null when none has. */
export function firstPlace(rows: readonly HeatRow[]): Place | null {
  for (const [row, { cells }] of rows.entries()) {
    const hour = cells.findIndex((cell) => (cell?.count ?? 0) > 0);
    if (hour !== -1) return { row, hour };
  }
  return null;
}

/**
 * Where a key leads from a cell: an arrow to the next cell with traces in its direction, Home and
 * End to the first and the last one of the row. Null where there is none, and for other keys.
 */
export function placeAfter(
  rows: readonly HeatRow[],
  { row, hour }: Place,
  key: string,
): Place | null {
  const cells = rows[row]?.cells ?? [];
  const isCellFilled = (_: unknown, at: number) => isFilled(rows, { row, hour: at });
  if (key === "Home") return { row, hour: cells.findIndex(isCellFilled) };
  if (key === "End") return { row, hour: cells.findLastIndex(isCellFilled) };
  const step = arrows.get(key);
  if (step === undefined) return null;
  let next = { row: row + step.row, hour: hour + step.hour };
  while (rows[next.row]?.cells[next.hour] !== undefined) {
    if (isFilled(rows, next)) return next;
    next = { row: next.row + step.row, hour: next.hour + step.hour };
  }
  return null;
}
