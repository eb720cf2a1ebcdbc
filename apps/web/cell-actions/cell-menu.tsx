import { Popover } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { type Ref, useEffect, useId, useImperativeHandle } from "react";
import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./cell-actions.module.css";
import type { CellValue } from "./cell-value.ts";
import { ChangeItems } from "./change-items.tsx";
import { CopyItem } from "./copy-item.tsx";
import { MenuList } from "./menu-list.tsx";
import { texts } from "./texts.ts";
import { TimelineItem } from "./timeline-item.tsx";
import { useCellWords } from "./use-cell-words.ts";

interface CellMenuProps {
  readonly opener: HTMLElement;
  readonly cell: CellValue;
  readonly projectId: string;
  readonly query: TraceQuery;
  readonly retentionDays: number;
  /** Another query was chosen; `words` tell what it does. */
  readonly onChange: (query: TraceQuery, words: string) => void;
  /** A link to another list was followed. */
  readonly onLeave: (words: string) => void;
  /** The list stays, and the focus goes back to the opener. */
  readonly onReturn: (words: string) => void;
  /** The focus went elsewhere. */
  readonly onClose: () => void;
}

/** What can be done with a value, beside the button that opened it. */
export function CellMenu(props: CellMenuProps) {
  const { opener, cell, projectId, query, retentionDays } = props;
  const { onChange, onLeave, onReturn, onClose } = props;
  const t = useTexts(texts);
  const { chip } = useTexts(listTexts).bar;
  const { label, value } = useCellWords()(cell);
  const title = useId();

  useEffect(() => {
    opener.setAttribute("aria-expanded", "true");
    return () => opener.setAttribute("aria-expanded", "false");
  }, [opener]);

  return (
    <Popover
      opened
      onChange={(isOpened) => {
        if (!isOpened) onClose();
      }}
      position="bottom-end"
      offset={2}
      shadow="md"
      withRoles={false}
      // The menu itself knows where the focus goes then.
      closeOnEscape={false}
      portalProps={{ target: "#page" }}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Anchor element={opener} />
      </Popover.Target>
      <Popover.Dropdown className={styles.menu}>
        <p id={title} className={styles.title}>
          {chip(label)}
          <PlainText text={value} />
        </p>
        <MenuList
          labelledBy={title}
          onBack={() => onReturn("")}
          onLeft={(to) => {
            // A click on the opener closes the menu by itself.
            if (!opener.contains(to)) onClose();
          }}
        >
          <ChangeItems projectId={projectId} cell={cell} query={query} onChange={onChange} />
          <CopyItem value={cell.value} onCopied={() => onReturn(t.copied)} />
          <TimelineItem
            cell={cell}
            traceType={query.trace_type}
            retentionDays={retentionDays}
            onFollow={() => onLeave(t.done.timeline(label, value))}
            onNewTab={() => onReturn("")}
          />
        </MenuList>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Lets the menu stand beside an element that was there before: there is one menu for all. */
function Anchor({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => element, [element]);
  return null;
}
