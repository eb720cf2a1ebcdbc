import { Button } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";
import { cutValue, isLong } from "./words.ts";

interface DifferingValueProps {
  /** "Before" or "After". */
  readonly label: string;
  /** Whose value it is. */
  readonly path: string;
  readonly text: string;
  /** Where it begins to differ from the other value. */
  readonly place: number;
}

/** A value before or after. Of a long one the piece that differs is shown; the whole on demand. */
export function DifferingValue({ label, path, text, place }: DifferingValueProps) {
  const t = useTexts(texts).difference;
  const [isWhole, setIsWhole] = useState(false);
  return (
    <div className={styles.value}>
      <span className={styles.label}>{label}</span>{" "}
      {isWhole ? (
        <div className={styles.whole} role="region" aria-label={`${label}: ${path}`} tabIndex={0}>
          <PlainText text={text} />
        </div>
      ) : (
        <span className={styles.text}>
          <PlainText text={cutValue(text, place)} />
        </span>
      )}
      {isLong(text) ? (
        <Button
          className={styles.more}
          size="compact-xs"
          variant="default"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t.showLess : t.showAll(text.length)}
        </Button>
      ) : null}
    </div>
  );
}
