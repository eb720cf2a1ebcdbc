import { useTexts } from "../language/use-texts.ts";
import styles from "./json-tree.module.css";
import { texts } from "./texts.ts";
import type { Copied } from "./tree-handlers.ts";

interface RowActionsProps {
  /** Whether the value has a path: the outermost has none. */
  readonly hasPath: boolean;
  readonly onCopy: (what: Copied) => void;
}

/** What can be done with the line under the pointer or at the cursor, as with the keys C and P. */
export function RowActions({ hasPath, onCopy }: RowActionsProps) {
  const t = useTexts(texts);
  return (
    <span className={styles.actions}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t.copyValue}
        title={`${t.copyValue} (C)`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onCopy("value")}
      >
        <svg aria-hidden="true" width="14" height="14" viewBox="0 0 16 16">
          <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
        </svg>
      </button>
      {hasPath ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t.copyPath}
          title={`${t.copyPath} (P)`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCopy("path")}
        >
          <svg aria-hidden="true" width="14" height="14" viewBox="0 0 16 16">
            <path d="M2.5 3h4M4.5 3v5h4M4.5 8v5h4M11 8h2.5M11 13h2.5" />
          </svg>
        </button>
      ) : null}
    </span>
  );
}
