import { UnstyledButton } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import { type Ref, Suspense } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { Hint } from "../ui/hint.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { ChevronIcon, ClockAheadIcon } from "../ui/icons.tsx";
import { HitLine, TraceSentence } from "./late-parts.tsx";
import { texts } from "./texts.ts";
import { TraceDetails } from "./trace-details.tsx";
import { TraceStatus, ratingWord } from "./trace-status.tsx";
import styles from "./trace-table.module.css";

function TextCell({ text }: { text: string | undefined }) {
  return <td title={text}>{text ? <PlainText text={text} /> : null}</td>;
}

interface TraceRowsProps {
  readonly trace: Trace;
  /** The text that is searched for. */
  readonly text: string | undefined;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Whether the trace was stored with a time ahead of the clock. */
  readonly ahead: boolean;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly onView: (opener: HTMLElement) => void;
  readonly measure: Ref<HTMLTableSectionElement>;
}

/** One trace of the table: its row and, when expanded, its details below. */
export function TraceRows(props: TraceRowsProps) {
  const { trace, text, index, ahead, expanded, onToggle, onView, measure } = props;
  const { table: t, viewTrace } = useTexts(texts);
  const formatTime = useFormatTime();
  const detailsId = `trace-details-${index}`;
  const rating = trace.trace_rating && ratingWord(trace.trace_rating, t.ratings);
  const time = formatTime(trace.time);
  return (
    <tbody ref={measure} data-index={index}>
      {/* Row 1 is the header. */}
      <tr
        className={text === undefined ? styles.row : `${styles.row} ${styles.joined}`}
        aria-rowindex={index + 2}
      >
        <td className={styles.arrowCell}>
          <UnstyledButton
            className={styles.arrow}
            aria-label={t.detailsOf(trace.trace_name)}
            aria-expanded={expanded}
            aria-controls={detailsId}
            onClick={onToggle}
          >
            <ChevronIcon up={expanded} />
          </UnstyledButton>
        </td>
        <TextCell text={trace.trace_name} />
        <TextCell text={trace.resource_type} />
        <TextCell text={trace.service_type} />
        <TextCell text={trace.resource_id} />
        <TextCell text={trace.resource_name} />
        <td title={rating}>
          {trace.trace_rating ? <TraceStatus rating={trace.trace_rating} /> : null}
        </td>
        <TextCell text={trace.user?.name} />
        <td title={time} className={styles.time}>
          {time}
          {ahead ? (
            <Hint label={t.ahead} className={styles.ahead} text={t.aheadHelp}>
              <ClockAheadIcon />
            </Hint>
          ) : null}
        </td>
        <td>
          <UnstyledButton className={styles.link} onClick={(event) => onView(event.currentTarget)}>
            {viewTrace}
          </UnstyledButton>
        </td>
      </tr>
      {text === undefined ? null : (
        <tr className={styles.hitRow}>
          <td colSpan={10}>
            <Suspense fallback={null}>
              <HitLine trace={trace} text={text} />
            </Suspense>
          </td>
        </tr>
      )}
      {expanded ? (
        <tr id={detailsId} className={styles.detailsRow}>
          <td colSpan={10}>
            <Suspense fallback={null}>
              <TraceSentence trace={trace} />
            </Suspense>
            <TraceDetails trace={trace} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
