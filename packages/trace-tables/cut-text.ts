/** Characters that a cell of a spreadsheet holds at most, in UTF-16 units (Excel's limits). */
export const maxCellLength = 32_767;

/** A text that fits into a cell: a longer one ends with a mark that says so. */
export function cutText(text: string): string {
  if (text.length <= maxCellLength) return text;
  const mark = `… [cut: the whole text has ${text.length} characters, NDJSON has all of them]`;
  const kept = text.slice(0, maxCellLength - mark.length);
  // No half of a character before the mark.
  return `${kept.replace(/[\uD800-\uDBFF]$/, "")}${mark}`;
}
