import { Tooltip, UnstyledButton } from "@mantine/core";
import type { Trace } from "@trace-console/contracts/trace";
import type { Ref } from "react";
import { PlainText } from "../ui/plain-text.tsx";
import { ChevronIcon, ClockAheadIcon } from "../ui/icons.tsx";
import { formatTime } from "../ui/format-time.ts";
import { TraceDetails } from "./trace-details.tsx";
import { TraceStatus } from "./trace-status.tsx";
import styles from "./trace-table.module.css";

const aheadText =
  "This time lay more than 15 minutes ahead of the clock when the trace was stored.";

function TextCell({ text }: { text: string | undefined }) {
  return <td title={text}>{text ? <PlainText text={text} /> : null}</td>;
}

interface TraceRowsProps {
  readonly trace: Trace;
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
  const { trace, index, ahead, expanded, onToggle, onView, measure } = props;
  const detailsId = `trace-details-${index}`;
  const time = formatTime(trace.time);
  return (
    <tbody ref={measure} data-index={index}>
      {/* Row 1 is the header. */}
      <tr className={styles.row} aria-rowindex={index + 2}>
        <td className={styles.arrowCell}>
          <UnstyledButton
            className={styles.arrow}
            aria-label={`Details of ${trace.trace_name}`}
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
        <td title={trace.trace_rating}>
          {trace.trace_rating ? <TraceStatus rating={trace.trace_rating} /> : null}
        </td>
        <TextCell text={trace.user?.name} />
        <td title={time} className={styles.time}>
          {time}
          {ahead ? (
            <Tooltip
              label={aheadText}
              multiline
              w={240}
              withArrow
              interactive
              portalProps={{ target: "#page" }}
              events={{ hover: true, focus: true, touch: true }}
            >
              <UnstyledButton className={styles.ahead} aria-label="Time ahead of the clock">
                <ClockAheadIcon />
              </UnstyledButton>
            </Tooltip>
          ) : null}
        </td>
        <td>
          <UnstyledButton className={styles.link} onClick={(event) => onView(event.currentTarget)}>
            View Trace
          </UnstyledButton>
        </td>
      </tr>
      {expanded ? (
        <tr id={detailsId} className={styles.detailsRow}>
          <td colSpan={10}>
            <TraceDetails trace={trace} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
