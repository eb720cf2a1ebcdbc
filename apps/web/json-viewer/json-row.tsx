import type { Ref } from "react";
import { useTexts } from "../language/use-texts.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import type { JsonLine } from "./json-line.ts";
import styles from "./json-tree.module.css";
import { RowActions } from "./row-actions.tsx";
import { RowText } from "./row-text.tsx";
import type { Row } from "./rows.ts";
import { texts } from "./texts.ts";
import type { Copied } from "./tree-handlers.ts";
import type { ViewerState } from "./viewer-state.ts";

/** A key in a label is cut to this length. */
const longestName = 60;

/** The id of a row in the document. */
export function rowId(id: string, index: number): string {
  return `${id}-${index}`;
}

function nameOf({ key, parent, place }: JsonLine, t: typeof texts.english): string {
  if (parent < 0) return t.everything;
  return key === null ? `[${place}]` : key.slice(1, -1).slice(0, longestName);
}

interface JsonRowProps {
  readonly id: string;
  /** Which of the rows it is, from 0. */
  readonly index: number;
  /** Where it begins, px. */
  readonly start: number;
  readonly measure: Ref<HTMLDivElement>;
  readonly lines: readonly JsonLine[];
  readonly row: Row;
  readonly state: ViewerState;
  /** Whether the cursor is here. */
  readonly isCurrent: boolean;
  readonly hasActions: boolean;
  readonly onToggle: (line: number) => void;
  readonly onCopyLine: (line: number, what: Copied) => void;
}

/** One row of the tree. What has no text in it is told by labels: the text is that of the JSON. */
export function JsonRow(props: JsonRowProps) {
  const { id, index, start, measure, lines, row, state, isCurrent, hasActions } = props;
  const { onToggle, onCopyLine } = props;
  const t = useTexts(texts);
  const line = lines[row.line];
  if (line === undefined) return null;
  const place = { "data-index": index, style: { transform: `translateY(${start}px)` } };
  const textId = `${rowId(id, index)}-text`;
  const text = <RowText id={textId} lines={lines} row={row} state={state} />;
  if (line.kind === "close") {
    // A mere bracket is for the eye: the tree tells where something ends.
    return (
      <div ref={measure} className={styles.row} aria-hidden="true" {...place}>
        {text}
      </div>
    );
  }
  const canFold = line.kind === "open";
  const isFolded = state.folded.has(row.line);
  const continues = row.from > 0;
  const look = [styles.row, canFold ? styles.foldable : "", isCurrent ? styles.current : ""];
  return (
    <div
      ref={measure}
      id={rowId(id, index)}
      className={look.join(" ")}
      role="treeitem"
      aria-level={line.depth + 1}
      aria-setsize={lines[line.parent]?.size ?? 1}
      aria-posinset={line.place + 1}
      aria-expanded={canFold ? !isFolded : undefined}
      aria-selected={isCurrent}
      aria-labelledby={continues ? `${id}-continued ${textId}` : textId}
      data-continues={continues || undefined}
      {...place}
    >
      {canFold && !continues ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          aria-expanded={!isFolded}
          aria-label={t.contentsOf(nameOf(line, t))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onToggle(row.line)}
        >
          <ChevronIcon />
        </button>
      ) : null}
      {text}
      {hasActions ? (
        <RowActions hasPath={line.parent >= 0} onCopy={(what) => onCopyLine(row.line, what)} />
      ) : null}
    </div>
  );
}
