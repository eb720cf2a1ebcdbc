import { useEffect, useRef } from "react";
import styles from "./copy-as.module.css";

interface TextToCopyProps {
  /** Names the field. */
  readonly label: string;
  readonly text: string;
}

/** A text that the reader copies: all of it is selected already. */
export function TextToCopy({ label, text }: TextToCopyProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <textarea
      ref={field}
      className={styles.text}
      aria-label={label}
      rows={6}
      readOnly
      spellCheck={false}
      value={text}
    />
  );
}
