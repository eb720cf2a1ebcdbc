import { UnstyledButton } from "@mantine/core";
import { useTexts } from "../language/use-texts.ts";
import { useZoneInAddress } from "../time-zone/use-zone-in-address.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import time from "../trace-list/time-controls.module.css";
import { RefreshButton } from "../ui/refresh-button.tsx";
import styles from "./overview.module.css";
import { type OverviewPreset, overviewPresets } from "./overview-url.ts";

interface RangeControlsProps {
  readonly preset: OverviewPreset;
  readonly onPreset: (preset: OverviewPreset) => void;
  readonly onRefresh: () => void;
}

/** The time range of the overview, and Refresh. */
export function RangeControls({ preset, onPreset, onRefresh }: RangeControlsProps) {
  const t = useTexts(listTexts).time;
  useZoneInAddress();
  return (
    <div className={styles.controls}>
      <div role="group" aria-label={t.presets} className={time.presets}>
        {overviewPresets.map((id) => (
          <UnstyledButton
            key={id}
            className={time.preset}
            aria-pressed={preset === id}
            onClick={() => onPreset(id)}
          >
            {t.preset[id]}
          </UnstyledButton>
        ))}
      </div>
      <RefreshButton label={t.refresh} onClick={onRefresh} />
    </div>
  );
}
