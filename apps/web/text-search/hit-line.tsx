import type { Trace } from "@trace-console/contracts/trace";
import { useMemo } from "react";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import { findHits } from "./find-hits.ts";
import styles from "./hit-line.module.css";
import { texts } from "./texts.ts";

/** Hits that are counted: whether there are ten or ten thousand, helps nobody on. */
const mostCounted = 10;

/** Where a trace holds the text that was searched for: one line, always of the same height. */
export function HitLine({ trace, text }: { trace: Trace; text: string }) {
  const t = useTexts(texts);
  const hits = useMemo(() => findHits(trace, text, mostCounted), [trace, text]);
  const [first] = hits;
  if (first === undefined) return <div className={styles.line}>{t.foundSomewhere}</div>;
  const more = hits.length - 1;
  return (
    <div className={styles.line}>
      <span className={styles.path} title={first.path}>
        {t.foundIn}
        <PlainText text={first.path} />
        {t.colon}
      </span>
      <span className={styles.snippet}>
        <PlainText text={first.before} />
        <mark className={styles.hit}>
          <PlainText text={first.hit} />
        </mark>
        <PlainText text={first.after} />
      </span>
      {more === 0 ? null : (
        <span className={styles.more}>
          {t.more(hits.length === mostCounted ? `${more}+` : String(more))}
        </span>
      )}
    </div>
  );
}
