import type { ReactNode } from "react";
import { formatCode, splitAtUnseen } from "./unseen-characters.ts";
import styles from "./ui.module.css";

// Beyond this length a value is data, not a name; marking its characters would only cost time.
const markedLength = 4000;

/**
 * Text from outside, shown as what it is: nothing in it runs, nothing in it can turn around what
 * stands beside it, and characters that nobody would see are marked with their code. The text of
 * the document stays exactly the value.
 */
export function PlainText({ text }: { text: string }) {
  const parts = text.length > markedLength ? [text] : splitAtUnseen(text);
  if (parts.length === 1) return <bdi>{text}</bdi>;
  let place = 0;
  const pieces: ReactNode[] = [];
  for (const [index, part] of parts.entries()) {
    pieces.push(
      index % 2 === 0 ? (
        part
      ) : (
        <span key={place} className={styles.unseen} data-code={formatCode(part)}>
          {part}
        </span>
      ),
    );
    place += part.length;
  }
  return <bdi>{pieces}</bdi>;
}
