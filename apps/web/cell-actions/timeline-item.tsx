import { UnstyledButton } from "@mantine/core";
import type { TraceKind } from "@trace-console/contracts/trace";
import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { formatTraceListUrl } from "../trace-list/trace-list-url.ts";
import menu from "../ui/menu.module.css";
import styles from "./cell-actions.module.css";
import type { CellValue } from "./cell-value.ts";
import { texts } from "./texts.ts";
import { timelineFieldOf, timelineOf } from "./timeline.ts";

interface TimelineItemProps {
  readonly cell: CellValue;
  readonly traceType: TraceKind;
  readonly retentionDays: number;
  readonly onFollow: () => void;
  /** It was opened elsewhere, and this page stays as it is. */
  readonly onNewTab: () => void;
}

/** Leads to all that was done to a resource, or by an operator, a key or an address. */
export function TimelineItem(props: TimelineItemProps) {
  const { cell, traceType, retentionDays, onFollow, onNewTab } = props;
  const t = useTexts(texts);
  const [params] = useSearchParams();
  const [now] = useState(() => Date.now());
  const field = timelineFieldOf(cell);
  if (field === null) return null;
  const state = timelineOf(cell, traceType, retentionDays, now);
  return (
    <UnstyledButton
      component={Link}
      role="menuitem"
      tabIndex={-1}
      className={`${menu.item} ${styles.item}`}
      to={`?${formatTraceListUrl(params, state)}`}
      onClick={({ ctrlKey, metaKey, shiftKey }) => {
        if (ctrlKey || metaKey || shiftKey) onNewTab();
        else onFollow();
      }}
    >
      {t.timelines[field]}
    </UnstyledButton>
  );
}
