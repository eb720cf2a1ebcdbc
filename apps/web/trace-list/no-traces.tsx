import { Button } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { RefObject } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import { ReasonList } from "../why-empty/reason-list.tsx";
import { removalsOf } from "../why-empty/removals.ts";
import { texts } from "../why-empty/texts.ts";
import { filtersInForce } from "./filters.ts";
import { texts as listTexts } from "./texts.ts";
import { isFiltered } from "./trace-list-url.ts";

interface NoTracesProps {
  /** The list, which takes the focus of a button that goes away with this. */
  readonly region: RefObject<HTMLElement | null>;
  readonly projectId: string;
  readonly query: TraceQuery;
  readonly retentionDays: number;
  readonly isLastWeek: boolean;
  readonly onLastWeek: () => void;
  readonly onReset: () => void;
  /** Asks for another query, which may have another time range. */
  readonly onChange: (query: TraceQuery) => void;
}

/**
 * Nothing found: says what was asked for, offers the two usual ways on, and finds out which others
 * there are.
 */
export function NoTraces(props: NoTracesProps) {
  const { region, projectId, query, retentionDays, isLastWeek, onLastWeek, onReset } = props;
  const t = useTexts(texts);
  const list = useTexts(listTexts);
  const formatTime = useFormatTime();
  const filters = filtersInForce(query, list.filters);
  const leave = () => region.current?.focus({ preventScroll: true });
  return (
    <>
      <MessagePanel
        title={t.title}
        actions={
          <>
            {isLastWeek ? null : (
              <Button
                size="xs"
                onClick={() => {
                  leave();
                  onLastWeek();
                }}
              >
                {list.time.preset["1w"]}
              </Button>
            )}
            {isFiltered(query) ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  leave();
                  onReset();
                }}
              >
                {list.reset}
              </Button>
            ) : null}
          </>
        }
      >
        <p>{t.range(formatTime(query.from), formatTime(query.to))}</p>
        <p>
          {t.kinds[query.trace_type]}
          {filters.length === 0 ? t.noFilters : ""}
        </p>
        {filters.map(({ field, label, value }) => (
          <p key={`${field} ${value}`}>
            <PlainText text={`${list.bar.chip(label)}${value}`} />
          </p>
        ))}
      </MessagePanel>
      <ReasonList
        projectId={projectId}
        query={query}
        removals={removalsOf(query, list)}
        retentionDays={retentionDays}
        onChange={(wanted) => {
          leave();
          props.onChange(wanted);
        }}
      />
    </>
  );
}
