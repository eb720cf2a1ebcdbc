import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { ratingWord } from "../trace-list/trace-status.tsx";
import type { CellValue } from "./cell-value.ts";

/** Longer values are cut off where they are only told. */
const longestTold = 100;

function shortened(value: string): string {
  return value.length > longestTold ? `${value.slice(0, longestTold)}…` : value;
}

/** How the page calls a field, and its value in words: a status as the table shows it. */
export function useCellWords() {
  const { filters, table } = useTexts(listTexts);
  return ({ field, value }: CellValue) => ({
    label: filters.labels[field],
    value: field === "trace_rating" ? ratingWord(value, table.ratings) : shortened(value),
  });
}
