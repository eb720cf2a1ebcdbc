import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import type { ColumnText, FieldId } from "../trace-list/trace-columns.ts";
import { texts } from "./head-texts.ts";

/** What the heads of columns say: as the list does, else as its filters name the field. */
export function useHeads(): (id: FieldId) => ColumnText {
  const { columns, filters } = useTexts(listTexts);
  const heads: Readonly<Partial<Record<string, ColumnText>>> = columns;
  const words: Readonly<Partial<Record<string, string>>> = {
    ...filters.labels,
    ...useTexts(texts),
  };
  return (id) => heads[id] ?? { title: words[id] ?? id };
}
