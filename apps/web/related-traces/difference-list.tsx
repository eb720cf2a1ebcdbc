import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import type { Difference } from "./compare-json.ts";
import { DifferenceItem } from "./difference-item.tsx";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";

/** So many are shown at once: thousands would hold the page up. */
const step = 100;

interface DifferenceListProps {
  readonly label: string;
  readonly differences: readonly Difference[];
}

/** Differences one below the other, a hundred first and more on demand. */
export function DifferenceList({ label, differences }: DifferenceListProps) {
  const t = useTexts(texts).difference;
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(step);
  useEffect(() => {
    if (shown === step) return;
    // To read on where one was; the button may be gone.
    const next = list.current?.children.item(shown - step);
    if (next instanceof HTMLElement) next.focus();
  }, [shown]);

  const left = differences.length - shown;
  if (differences.length === 0) return null;
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={label}>
        {differences.slice(0, shown).map((difference) => (
          <DifferenceItem key={JSON.stringify(difference.path)} difference={difference} />
        ))}
      </ul>
      {left <= 0 ? null : (
        <Button size="compact-xs" variant="default" onClick={() => setShown(shown + step)}>
          {t.showMore(Math.min(step, left), left)}
        </Button>
      )}
    </>
  );
}
