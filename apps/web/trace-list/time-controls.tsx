import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { LiveToggle } from "../live/live-toggle.tsx";
import { useZoneInAddress } from "../time-zone/use-zone-in-address.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { CalendarIcon } from "../ui/icons.tsx";
import { RefreshButton } from "../ui/refresh-button.tsx";
import { useLate } from "../ui/use-late.ts";
import { texts } from "./texts.ts";
import styles from "./time-controls.module.css";
import { formatRange, presets } from "./time-range.ts";
import type { PresetId, TimeRange } from "./time-range.ts";

interface TimeControlsProps {
  readonly range: TimeRange;
  readonly preset: PresetId | null;
  readonly retentionDays: number;
  readonly onPreset: (id: PresetId) => void;
  readonly onCustomize: (range: TimeRange) => void;
  readonly onRefresh: () => void;
  readonly isLive: boolean;
  readonly onLive: (live: boolean) => void;
}

/** The time range of the list: three presets, any other range by calendar, and Refresh. */
export function TimeControls(props: TimeControlsProps) {
  const { range, preset, retentionDays, onPreset, onCustomize, onRefresh, isLive, onLive } = props;
  const t = useTexts(texts).time;
  // The calendar is a good part of the page's code and seldom needed: it comes when asked for.
  const calendar = useLate(() => import("./range-calendar.tsx"));
  const [opened, setOpened] = useState(false);
  // As long as the list of time zones is open in the calendar, Esc closes that list alone.
  const [listed, setListed] = useState(false);
  const zone = useZone();
  useZoneInAddress();
  const { start, end } = formatRange(range, zone);

  const open = async () => {
    setListed(false);
    if (await calendar.fetch()) setOpened(true);
  };

  return (
    <div className={styles.controls}>
      {calendar.failed ? (
        <span role="alert" className={styles.failure}>
          {t.noCalendar}
        </span>
      ) : null}
      <div role="group" aria-label={t.presets} className={styles.presets}>
        {presets.map(({ id }) => (
          <UnstyledButton
            key={id}
            className={styles.preset}
            aria-pressed={preset === id}
            onClick={() => onPreset(id)}
          >
            {t.preset[id]}
          </UnstyledButton>
        ))}
        <UnstyledButton
          className={styles.preset}
          aria-pressed={preset === null}
          onClick={() => void open()}
        >
          {t.customize}
        </UnstyledButton>
      </div>
      <Popover
        opened={opened}
        onChange={setOpened}
        closeOnEscape={!listed}
        position="bottom-end"
        trapFocus
        returnFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <UnstyledButton
            className={styles.field}
            aria-label={t.range(start, end)}
            onClick={() => (opened ? setOpened(false) : void open())}
          >
            <span>
              <span className={styles.time}>{start} —</span>{" "}
              <span className={styles.time}>{end}</span>
            </span>
            <CalendarIcon />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={12}>
          {calendar.loaded === null ? null : (
            <calendar.loaded.RangeCalendar
              range={range}
              retentionDays={retentionDays}
              onZoneList={setListed}
              onApply={(picked) => {
                setOpened(false);
                onCustomize(picked);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <LiveToggle isLive={isLive} preset={preset} onChange={onLive} />
      <RefreshButton label={t.refresh} onClick={onRefresh} />
    </div>
  );
}
