import { Button } from "@mantine/core";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { useState } from "react";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { useTexts } from "../language/use-texts.ts";
import { useLate } from "../ui/use-late.ts";
import styles from "./export.module.css";
import { hasEnded } from "./next-look.ts";
import { percentOf } from "./progress-words.ts";
import { texts } from "./texts.ts";
import { useExport } from "./use-export.ts";

interface ExportTracesProps {
  /** What the button says. */
  readonly label: string;
  readonly projectId: string;
  /** The query on the screen. */
  readonly query: TraceQuery;
}

/**
 * The button that opens the dialog of the export. An export goes on when the dialog is closed: an
 * auditor must not lose a long one by a key; the button tells how far it is.
 */
export function ExportTraces({ label, projectId, query }: ExportTracesProps) {
  const t = useTexts(texts);
  const [opened, setOpened] = useState(false);
  const dialog = useLate(() => import("./export-dialog.tsx"));
  const exporting = useExport(projectId, query);
  const open = () => {
    setOpened(true);
    void dialog.fetch();
  };
  useShortcuts({ export: open });
  const progress = exporting.current?.progress;
  const isRunning = progress !== undefined && !hasEnded(progress);
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {isRunning ? `${label} ${t.running(percentOf(progress))}` : label}
      </Button>
      {dialog.failed && opened ? (
        <span role="alert" className={styles.notLoaded}>
          {t.loadFailed}
        </span>
      ) : null}
      {dialog.loaded === null ? null : (
        <dialog.loaded.ExportDialog
          opened={opened}
          query={query}
          exporting={exporting}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
