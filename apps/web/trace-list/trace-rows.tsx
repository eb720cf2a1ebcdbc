import type { Trace } from "@trace-console/contracts/trace";
import { type Ref, Suspense, memo } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { Hint } from "../ui/hint.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { ChevronIcon, ClockAheadIcon } from "../ui/icons.tsx";
import { ExpiryLine, HitLine, RelatedTraces, TraceSentence } from "./late-parts.tsx";
import { texts } from "./texts.ts";
import { type FieldColumn, type FieldId, fieldText } from "./trace-columns.ts";
import { TraceDetails } from "./trace-details.tsx";
import { TraceStatus, ratingWord } from "./trace-status.tsx";
import iconButton from "../ui/icon-button.module.css";
import uiStyles from "../ui/ui.module.css";
import styles from "./trace-table.module.css";

// Longer texts stay on one line when texts are wrapped: a row is no place to read them.
const wrappedLength = 1000;

function TextCell({ field, text }: { field: FieldId; text: string | undefined }) {
  const isLong = text !== undefined && text.length > wrappedLength;
  return (
    <td data-field={field} title={text} className={isLong ? styles.long : undefined}>
      {text ? <PlainText text={text} /> : null}
    </td>
  );
}

interface TraceRowsProps {
  readonly projectId: string;
  readonly trace: Trace;
  readonly columns: readonly FieldColumn[];
  /** The text that is searched for. */
  readonly text: string | undefined;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Whether the trace was stored with a time ahead of the clock. */
  readonly ahead: boolean;
  readonly expanded: boolean;
  /** Whether Live has just put it there. */
  readonly isNew: boolean;
  /** Whether keys have led here. */
  readonly atCursor: boolean;
  /** Expands or collapses the row of the trace with this id. */
  readonly onToggle: (id: string) => void;
  /** Opens View Trace, also of another trace. */
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
  readonly measure: Ref<HTMLTableSectionElement>;
}

/**
 * One trace of the table: its row and, when expanded, its details below. It is drawn again only for
 * something that it shows, and its buttons are plain: while one scrolls, rows come by the hundred.
 */
export const TraceRows = memo(function TraceRows(props: TraceRowsProps) {
  const { projectId, trace, columns, text, index, ahead, expanded, isNew, atCursor } = props;
  const { onToggle, onView, measure } = props;
  const { table: t, viewTrace } = useTexts(texts);
  const formatTime = useFormatTime();
  const detailsId = `trace-details-${index}`;
  const width = columns.length + 2;

  const cell = (id: FieldId) => {
    const content = fieldText(trace, id, formatTime);
    if (id === "trace_rating") {
      return (
        <td key={id} data-field={id} title={content && ratingWord(content, t.ratings)}>
          {content ? <TraceStatus rating={content} /> : null}
        </td>
      );
    }
    if (id === "time") {
      return (
        <td key={id} data-field={id} title={content} className={styles.time}>
          {content}
          {ahead ? (
            <Hint label={t.ahead} className={styles.ahead} text={t.aheadHelp}>
              <ClockAheadIcon />
            </Hint>
          ) : null}
        </td>
      );
    }
    return <TextCell key={id} field={id} text={content} />;
  };

  return (
    <tbody ref={measure} data-index={index}>
      {/* Row 1 is the header. */}
      <tr
        className={[styles.row, text !== undefined && styles.joined, isNew && styles.new]
          .filter(Boolean)
          .join(" ")}
        data-cursor={atCursor || undefined}
        aria-rowindex={index + 2}
      >
        <td className={styles.arrowCell}>
          <button
            type="button"
            className={`${uiStyles.plainButton} ${iconButton.button}`}
            aria-label={t.detailsOf(trace.trace_name)}
            aria-expanded={expanded}
            aria-controls={detailsId}
            onClick={() => onToggle(trace.trace_id)}
          >
            <ChevronIcon up={expanded} />
          </button>
        </td>
        {columns.map(({ id }) => cell(id))}
        <td>
          <button
            type="button"
            className={`${uiStyles.plainButton} ${styles.link}`}
            data-trace-link={trace.trace_id}
            onClick={(event) => onView(trace, event.currentTarget)}
          >
            {viewTrace}
          </button>
        </td>
      </tr>
      {text === undefined ? null : (
        <tr className={styles.hitRow}>
          <td colSpan={width}>
            <Suspense fallback={null}>
              <HitLine trace={trace} text={text} />
            </Suspense>
          </td>
        </tr>
      )}
      {expanded ? (
        <tr id={detailsId} className={styles.detailsRow}>
          <td colSpan={width}>
            <div className={styles.expanded}>
              <Suspense fallback={null}>
                <TraceSentence trace={trace} />
              </Suspense>
              <Suspense fallback={null}>
                <RelatedTraces projectId={projectId} trace={trace} onView={onView} />
              </Suspense>
              <TraceDetails trace={trace} />
              <Suspense fallback={null}>
                <ExpiryLine time={trace.time} />
              </Suspense>
            </div>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
});
