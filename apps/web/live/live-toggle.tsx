import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import type { PresetId } from "../trace-list/time-range.ts";
import styles from "./live.module.css";
import { texts } from "./texts.ts";

interface LiveToggleProps {
  readonly isLive: boolean;
  /** The preset of the time range; null for a customized one, which cannot go on. */
  readonly preset: PresetId | null;
  readonly onChange: (live: boolean) => void;
}

/** Turns Live on and off, and says so when it took another time range for that. */
export function LiveToggle({ isLive, preset, onChange }: LiveToggleProps) {
  const t = useTexts(texts);
  const names = useTexts(listTexts).time.preset;
  const [isSwitched, setIsSwitched] = useState(false);
  return (
    <>
      <span role="status" className={styles.note}>
        {isSwitched && isLive && preset === "1h" ? t.switched(names["1h"]) : ""}
      </span>
      <UnstyledButton
        className={styles.toggle}
        aria-pressed={isLive}
        title={t.about}
        onClick={() => {
          setIsSwitched(!isLive && preset === null);
          onChange(!isLive);
        }}
      >
        <span className={styles.dot} />
        {t.live}
      </UnstyledButton>
    </>
  );
}
