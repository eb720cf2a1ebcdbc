import { useVirtualizer } from "@tanstack/react-virtual";
import type { Trace } from "@trace-console/contracts/trace";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { RowCursor } from "../keyboard/late-keyboard.ts";
import type { Cursor } from "../keyboard/use-row-cursor.ts";
import { useTexts } from "../language/use-texts.ts";
import { usePreference } from "../preferences/preferences.ts";
import { rowForm } from "../table-settings/row-form.ts";
import { SizedTable } from "../table-settings/sized-table.tsx";
import { TableHead } from "../table-settings/table-head.tsx";
import { useColumns } from "../table-settings/use-columns.ts";
import { useKeptPlace } from "../table-settings/use-kept-place.ts";
import { useSame } from "../ui/use-same.ts";
import { texts } from "./texts.ts";
import { TraceRows } from "./trace-rows.tsx";
import styles from "./trace-table.module.css";

const headHeight = 34;
/** Height of a row of one line. */
const rowHeights = { comfortable: 42, compact: 30 } as const;
/** Height of the line that tells where a text was found. */
const hitHeight = 24;
/** Height of an expanded trace before it is measured: 20 fields at 24 px. */
const detailsHeight = 500;
/**
 * Rows in the document on either side of those in sight. Each costs its time while one scrolls fast,
 * when all of them are others in the next frame.
 */
const overscan = 2;
/** How many rows before the end of what is loaded the next page is asked for. */
const readAhead = 40;

interface TraceTableProps {
  readonly projectId: string;
  /** The scrolling region itself. */
  readonly region: RefObject<HTMLDivElement | null>;
  /** Ids of rows that Live has just put there. */
  readonly newIds: ReadonlySet<string>;
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
  const { projectId, region: scroller, newIds, text, listKey, traces, ahead } = props;
  const { total, busy, onView, onNearEnd, footer } = props;
  const t = useTexts(texts).table;
  const columns = useColumns();
  const density = usePreference("density");
  const wrap = usePreference("wrap");
  const form = rowForm(columns, density, wrap);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [led, setLed] = useState<(Cursor & { readonly id: string | undefined }) | null>(null);
  const isAtTrace = led === null || traces[led.index]?.trace_id === led.id;
  // It stays at its trace when Live puts others before it.
  const cursor = isAtTrace
    ? led
    : { ...led, index: traces.findIndex(({ trace_id }) => trace_id === led.id) };
  // Rows of another form, or with a hit below, have another height: they are measured anew.
  const kind = `${form}${text === undefined ? "" : "hit "}`;
  // Another function makes the virtualizer go through all rows, so there is one for each list.
  const keyOf = useCallback(
    (index: number) => {
      const id = traces[index]?.trace_id;
      return id === undefined ? index : kind + id;
    },
    [traces, kind],
  );
  const virtualizer = useVirtualizer({
    count: traces.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: (index) =>
      rowHeights[density] +
      (text === undefined ? 0 : hitHeight) +
      (expanded.has(traces[index]?.trace_id ?? "") ? detailsHeight : 0),
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan,
  });
  const onScroll = useKeptPlace(virtualizer, form);
  const rows = virtualizer.getVirtualItems();
  const above = (rows[0]?.start ?? headHeight) - headHeight;
  const below = traces.length === 0 ? 0 : virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);

  const nearEnd = traces.length > 0 && (rows.at(-1)?.index ?? 0) >= traces.length - readAhead;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);

  const shownList = useRef(listKey);
  useEffect(() => {
    // The page may come back from behind the sign-in, with the same list.
    if (shownList.current === listKey) return;
    shownList.current = listKey;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, listKey]);

  const toggle = useCallback((id: string) => {
    setExpanded((before) => {
      const changed = new Set(before);
      if (!changed.delete(id)) changed.add(id);
      return changed;
    });
  }, []);
  const view = useSame(onView);

  return (
    // The region takes the focus so that the keyboard can scroll it.
    <div
      ref={scroller}
      className={styles.scroller}
      role="region"
      aria-label={t.label}
      aria-busy={busy}
      tabIndex={0}
      onScroll={onScroll}
    >
      <SizedTable
        className={[styles.table, density === "compact" && styles.compact, wrap && styles.wrapped]
          .filter(Boolean)
          .join(" ")}
        caption={t.caption}
        rowCount={total === undefined ? -1 : total + 1}
        columns={columns}
      >
        <TableHead columns={columns} />
        <Spacer height={above} />
        {rows.map(({ index, key }) => {
          const trace = traces[index];
          return trace === undefined ? null : (
            <TraceRows
              key={key}
              trace={trace}
              columns={columns}
              text={text}
              index={index}
              ahead={ahead.has(trace.trace_id)}
              expanded={expanded.has(trace.trace_id)}
              onToggle={toggle}
              isNew={newIds.has(trace.trace_id)}
              atCursor={
                cursor !== null && cursor.isShown && cursor.of === listKey && cursor.index === index
              }
              projectId={projectId}
              onView={view}
              measure={virtualizer.measureElement}
            />
          );
        })}
        <Spacer height={below} />
      </SizedTable>
      <div className={styles.footer}>{footer}</div>
      <RowCursor
        cursor={cursor}
        onCursor={(to) => setLed({ ...to, id: traces[to.index]?.trace_id })}
        scroller={scroller}
        listKey={listKey}
        count={traces.length}
        firstInSight={() =>
          // Below the head, which lies on the rows.
          virtualizer.getVirtualItemForOffset((virtualizer.scrollOffset ?? 0) + headHeight)
            ?.index ?? 0
        }
        scrollToIndex={(index) => virtualizer.scrollToIndex(index, { align: "auto" })}
        onToggle={(index) => {
          const id = traces[index]?.trace_id;
          if (id !== undefined) toggle(id);
        }}
        onView={(index, opener) => {
          const trace = traces[index];
          if (trace !== undefined) onView(trace, opener);
        }}
      />
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
