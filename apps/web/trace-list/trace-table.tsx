import { useVirtualizer } from "@tanstack/react-virtual";
import type { Trace } from "@trace-console/contracts/trace";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useTexts } from "../language/use-texts.ts";
import { HelpTip } from "../ui/help-tip.tsx";
import { texts } from "./texts.ts";
import { columns } from "./trace-columns.ts";
import { TraceRows } from "./trace-rows.tsx";
import styles from "./trace-table.module.css";

const headHeight = 34;
const rowHeight = 42;
/** Height of the line that tells where a text was found. */
const hitHeight = 24;
/** Height of an expanded trace before it is measured: 20 fields at 24 px. */
const detailsHeight = 500;
/** How many rows before the end of what is loaded the next page is asked for. */
const readAhead = 40;

interface TraceTableProps {
  /** The text that is searched for. */
  readonly text: string | undefined;
  /** What the list answers: another one starts at its top. */
  readonly listKey: string;
  readonly traces: readonly Trace[];
  /** Ids of traces whose time lay ahead of the clock. */
  readonly ahead: ReadonlySet<string>;
  /** How many traces match; unknown until they are counted. */
  readonly total: number | undefined;
  readonly busy: boolean;
  readonly onView: (trace: Trace, opener: HTMLElement) => void;
  /** The reader nears the end of what is loaded. */
  readonly onNearEnd: () => void;
  /** What stands below the last row, or in place of rows. */
  readonly footer: ReactNode;
}

/**
 * The traces as a table without page numbers: only the rows in sight (and a few around them) are
 * in the document, however many are loaded.
 */
export function TraceTable(props: TraceTableProps) {
  const { text, listKey, traces, ahead, total, busy, onView, onNearEnd, footer } = props;
  const { table: t, columns: heads } = useTexts(texts);
  const scroller = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const virtualizer = useVirtualizer({
    count: traces.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => {
      const id = traces[index]?.trace_id;
      // A row with a hit below is higher: it is measured anew.
      return id === undefined ? index : `${text === undefined ? "" : "hit "}${id}`;
    },
    estimateSize: (index) =>
      rowHeight +
      (text === undefined ? 0 : hitHeight) +
      (expanded.has(traces[index]?.trace_id ?? "") ? detailsHeight : 0),
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 10,
  });
  const rows = virtualizer.getVirtualItems();
  const above = (rows[0]?.start ?? headHeight) - headHeight;
  const below = traces.length === 0 ? 0 : virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);

  const nearEnd = traces.length > 0 && (rows.at(-1)?.index ?? 0) >= traces.length - readAhead;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);

  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [listKey]);

  const toggle = (id: string) => {
    const changed = new Set(expanded);
    if (!changed.delete(id)) changed.add(id);
    setExpanded(changed);
  };

  return (
    // The region takes the focus so that the keyboard can scroll it.
    <div
      ref={scroller}
      className={styles.scroller}
      role="region"
      aria-label={t.label}
      aria-busy={busy}
      tabIndex={0}
    >
      <table className={styles.table} aria-rowcount={total === undefined ? -1 : total + 1}>
        <caption className="visually-hidden">{t.caption}</caption>
        <colgroup>
          <col className={styles.arrowColumn} />
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <span className="visually-hidden">{t.details}</span>
            </th>
            {columns.map(({ id }) => {
              const { title, help } = heads[id];
              return (
                <th key={id} scope="col">
                  <span className={styles.headText}>
                    {title}
                    {help === undefined ? null : <HelpTip about={title} text={help} />}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <Spacer height={above} />
        {rows.map(({ index, key }) => {
          const trace = traces[index];
          return trace === undefined ? null : (
            <TraceRows
              key={key}
              trace={trace}
              text={text}
              index={index}
              ahead={ahead.has(trace.trace_id)}
              expanded={expanded.has(trace.trace_id)}
              onToggle={() => toggle(trace.trace_id)}
              onView={(opener) => onView(trace, opener)}
              measure={virtualizer.measureElement}
            />
          );
        })}
        <Spacer height={below} />
      </table>
      <div className={styles.footer}>{footer}</div>
    </div>
  );
}

/** Stands for the rows that are not in the document. */
function Spacer({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  );
}
