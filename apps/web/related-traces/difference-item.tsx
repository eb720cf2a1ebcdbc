import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { formatPath } from "../text-search/hit-path.ts";
import { PlainText } from "../ui/plain-text.tsx";
import type { Difference } from "./compare-json.ts";
import { DifferingValue } from "./differing-value.tsx";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";
import { formatValue, placeOfDifference } from "./words.ts";

// The sign and the word tell it; no colour has to.
const signs: Readonly<Record<Difference["kind"], string>> = {
  added: "+",
  removed: "−",
  changed: "≠",
};

/** One difference: what happened, where, and the values before and after. */
export function DifferenceItem({ difference }: { difference: Difference }) {
  const { kind, path, before, after } = difference;
  const t = useTexts(texts).difference;
  const formatTime = useFormatTime();
  const way = formatPath(path);
  const old = kind === "added" ? undefined : formatValue(before, path, formatTime);
  const now = kind === "removed" ? undefined : formatValue(after, path, formatTime);
  const place = old === undefined || now === undefined ? 0 : placeOfDifference(old, now);
  return (
    // Takes the focus when it is the first of those that were shown on demand.
    <li className={styles.item} tabIndex={-1}>
      <span className={styles.kind}>
        <span className={styles.sign} aria-hidden="true">
          {signs[kind]}
        </span>
        {t.kinds[kind]}
      </span>{" "}
      <code className={styles.path}>
        <PlainText text={way} />
      </code>
      <div className={styles.values}>
        {old === undefined ? null : (
          <DifferingValue label={t.before} path={way} text={old} place={place} />
        )}
        {now === undefined ? null : (
          <DifferingValue label={t.after} path={way} text={now} place={place} />
        )}
      </div>
    </li>
  );
}
