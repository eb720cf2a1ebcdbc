import { useLanguage } from "../language/use-language.ts";
import { useZone } from "../time-zone/use-zone.ts";
import type { TimeRange } from "../trace-list/time-range.ts";
import styles from "./histogram.module.css";
import { ticksOf, tickText } from "./time-ticks.ts";

/** The times below the bars. For the eye only: each bar tells its own time. */
export function TimeAxis({ from, to }: TimeRange) {
  const language = useLanguage();
  const zone = useZone();
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticksOf({ from, to }, zone).map(({ at, place }) => (
        <span key={at} style={{ left: `${place}%` }}>
          {tickText(at, language, zone)}
        </span>
      ))}
    </div>
  );
}
