import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import styles from "./cell-actions.module.css";
import { MenuItem } from "./menu-item.tsx";
import { texts } from "./texts.ts";

/** Copies a value as it is. */
export function CopyItem({ value, onCopied }: { value: string; onCopied: () => void }) {
  const t = useTexts(texts);
  const [failed, setFailed] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      onCopied();
    } catch {
      setFailed(true);
    }
  };
  return (
    <MenuItem onChoose={() => void copy()}>
      {t.copy}
      {failed ? (
        <span role="alert" className={styles.problem}>
          {t.notCopied}
        </span>
      ) : null}
    </MenuItem>
  );
}
