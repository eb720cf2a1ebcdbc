import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { changePreferences, usePreference } from "../preferences/preferences.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import { presentWidths } from "./change-widths.ts";
import { clampWidth, leastWidth, mostWidth, widthOf } from "./column-widths.ts";
import styles from "./table-settings.module.css";
import { texts } from "./texts.ts";

/** The width of a column in px as a number, for those who cannot pull its edge. */
export function WidthField({ column, title }: { column: FieldColumn; title: string }) {
  const t = useTexts(texts);
  const given = usePreference("widths");
  // What is being typed: on its way to 200 it is 2.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="number"
      className={styles.width}
      aria-label={t.widthOf(title)}
      title={t.widthOf(title)}
      min={leastWidth}
      max={mostWidth}
      step={10}
      value={typed ?? widthOf(column, given)}
      onChange={({ currentTarget: { value, valueAsNumber } }) => {
        setTyped(value);
        if (valueAsNumber >= leastWidth && valueAsNumber <= mostWidth) {
          const width = clampWidth(valueAsNumber);
          changePreferences({ widths: { ...presentWidths(given), [column.id]: width } });
        }
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
