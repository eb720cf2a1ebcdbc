import { useTexts } from "../language/use-texts.ts";
import { matchesIn } from "./find-matches.ts";
import { type JsonLine, valueOf } from "./json-line.ts";
import styles from "./json-tree.module.css";
import type { Row } from "./rows.ts";
import { segmentsOf } from "./segments.ts";
import { texts } from "./texts.ts";
import type { ViewerState } from "./viewer-state.ts";

function countOf(line: JsonLine, t: typeof texts.english): string {
  return valueOf(line) === "[" ? t.items(line.size) : t.fields(line.size);
}

/** Where the further lines of a wrapped text begin, in characters: below its key, up to a limit. */
function hangingIndent({ depth }: JsonLine): number {
  return Math.min(4 * depth + 2, 30);
}

interface RowTextProps {
  readonly id: string;
  readonly lines: readonly JsonLine[];
  readonly row: Row;
  readonly state: ViewerState;
}

/** The text of a row, with its line end, so that all rows together are the JSON. */
export function RowText({ id, lines, row, state }: RowTextProps) {
  const t = useTexts(texts);
  const line = lines[row.line];
  if (line === undefined) return null;
  const { matches, current, folded } = state;
  const segments = segmentsOf(line, row, matchesIn(matches, row), matches[current]);
  const isFolded = folded.has(row.line);
  const isWhole = row.to === line.text.length;
  const isLast = (isFolded ? line.end : row.line) === lines.length - 1;
  const indent = hangingIndent(line);
  const hanging = {
    paddingInlineStart: `${indent}ch`,
    // What goes on from the row before begins where that was wrapped.
    textIndent: row.from > 0 ? 0 : `-${indent}ch`,
  };
  return (
    <code id={id} className={styles.text} style={hanging}>
      {segments.map(({ at, text, look, mark }) =>
        mark === null ? (
          <span key={at} className={styles[look]}>
            {text}
          </span>
        ) : (
          <mark key={at} className={styles.match} data-current={mark === "current" || undefined}>
            {text}
          </mark>
        ),
      )}
      {isFolded && isWhole ? (
        <>
          <span className={styles.remark} data-remark="">
            {countOf(line, t)}
          </span>
          {lines[line.end]?.text.trimStart()}
        </>
      ) : null}
      {line.unfolded !== null && isWhole ? (
        <span className={styles.remark} data-remark="">
          {t.held}
        </span>
      ) : null}
      {isWhole && !isLast ? "\n" : null}
    </code>
  );
}
