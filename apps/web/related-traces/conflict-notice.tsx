import { Button } from "@mantine/core";
import type { Conflicts } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import { useId, useState } from "react";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { diffTraces } from "./diff-traces.ts";
import { DifferenceList } from "./difference-list.tsx";
import styles from "./related-traces.module.css";
import { texts } from "./texts.ts";

interface ConflictNoticeProps {
  /** As it came first: what is stored and shown. */
  readonly trace: Trace;
  /** At least one. */
  readonly conflicts: Conflicts;
}

/** Says that a trace's id came again with other content, when, and on demand how that differs. */
export function ConflictNotice({ trace, conflicts }: ConflictNoticeProps) {
  const t = useTexts(texts).conflicts;
  const formatTime = useFormatTime();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { total, conflicts: told } = conflicts;
  const last = told[0]?.received;
  // Two may have come in the same instant: each is known by which one it was.
  const numbered = told.map((one, index) => ({ ...one, number: total - index }));
  return (
    <div className={styles.conflicts} role="note" aria-label={t.title}>
      <div className={styles.line}>
        <span>{t.notice(total, last === undefined ? "" : formatTime(last))}</span>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t.show}
        </Button>
      </div>
      {isOpen ? (
        <div id={id}>
          <p>{t.about}</p>
          {numbered.map(({ number, received, trace: other }) => {
            // Of one id all that differs tells something.
            const { differences, incidental } = diffTraces(trace, other);
            const all = [...differences, ...incidental];
            const label = t.came(formatTime(received), all.length);
            return (
              <div key={number}>
                <p className={styles.state}>{label}</p>
                <DifferenceList label={label} differences={all} />
              </div>
            );
          })}
          {total > told.length ? <p>{t.more(total - told.length)}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
