import { Button } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { PlainText } from "../ui/plain-text.tsx";
import { MessagePanel } from "../ui/message-panel.tsx";
import { filtersInForce } from "./filters.ts";
import { formatTime } from "../ui/format-time.ts";
import { isFiltered } from "./trace-list-url.ts";

interface NoTracesProps {
  readonly query: TraceQuery;
  readonly isLastWeek: boolean;
  readonly onLastWeek: () => void;
  readonly onReset: () => void;
}

/** Nothing found: says what was asked for, and offers the two usual ways on. */
export function NoTraces({ query, isLastWeek, onLastWeek, onReset }: NoTracesProps) {
  const filters = filtersInForce(query).map(({ label, value }) => `${label}: ${value}`);
  return (
    <MessagePanel
      title="No traces found"
      actions={
        <>
          {isLastWeek ? null : (
            <Button size="xs" onClick={onLastWeek}>
              Last 1 week
            </Button>
          )}
          {isFiltered(query) ? (
            <Button size="xs" variant="default" onClick={onReset}>
              Reset
            </Button>
          ) : null}
        </>
      }
    >
      <p>
        From {formatTime(query.from)} to {formatTime(query.to)}
      </p>
      <p>
        {query.trace_type === "data" ? "Data traces" : "Management traces"}
        {filters.length === 0 ? ", no further filters" : ""}
      </p>
      {filters.map((filter) => (
        <p key={filter}>
          <PlainText text={filter} />
        </p>
      ))}
    </MessagePanel>
  );
}
