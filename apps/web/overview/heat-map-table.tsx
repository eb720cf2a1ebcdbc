import { type KeyboardEvent, useId, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import type { HeatRow } from "./heat-map.ts";
import { HeatMapCell } from "./heat-map-cell.tsx";
import styles from "./heat-map.module.css";
import { type Place, firstPlace, placeAfter } from "./heat-place.ts";
import { texts } from "./texts.ts";

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));

interface HeatMapTableProps {
  readonly rows: readonly HeatRow[];
  /** The count of the fullest hour. */
  readonly most: number;
  /** The address of the Trace List of an hour. */
  readonly pathOf: (hour: TimeRange) => string;
}

/** Days by hours, each with its number on the colour of its step; the numbers lead to the list. */
export function HeatMapTable({ rows, most, pathOf }: HeatMapTableProps) {
  const t = useTexts(texts).heatMap;
  const language = useLanguage();
  const id = useId();
  // One tab stop for all numbers: the arrow keys go from one to the next.
  const [stop, setStop] = useState<Place | null>(() => firstPlace(rows));
  const idOf = ({ row, hour }: Place) => `${id}-${row}-${hour}`;
  // The dates are those of the page's zone already.
  const days = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en", {
    timeZone: "UTC",
    weekday: "short",
    month: "short",
    day: "numeric",
  });

  const moveFrom = (place: Place, event: KeyboardEvent) => {
    // With these keys the browser goes back, for instance.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = placeAfter(rows, place, event.key);
    if (next === null) return;
    event.preventDefault();
    document.getElementById(idOf(next))?.focus();
  };

  return (
    <>
      <p id={`${id}-keys`} className="visually-hidden">
        {t.keys}
      </p>
      <div className={styles.scroller}>
        <table className={styles.table} aria-label={t.title} aria-describedby={`${id}-keys`}>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ date, cells }, row) => {
              const day = days.format(Date.parse(date));
              return (
                <tr key={date}>
                  <th scope="row">{day}</th>
                  {hours.map((name, hour) => (
                    <HeatMapCell
                      key={name}
                      id={idOf({ row, hour })}
                      cell={cells[hour] ?? null}
                      most={most}
                      labelOf={(count) => t.cell(count, day, name)}
                      pathOf={pathOf}
                      isStop={stop?.row === row && stop.hour === hour}
                      onFocus={() => setStop({ row, hour })}
                      onKeyDown={(event) => moveFrom({ row, hour }, event)}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
