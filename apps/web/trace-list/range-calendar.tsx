import { InlineDateTimePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { type Picked, inOtherZone, parsePickedRange } from "../time-zone/picked-range.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { ZoneSelect } from "../time-zone/zone-select.tsx";
import { formatPickedRange, formatSecond } from "../ui/format-time.ts";
import { texts } from "./range-calendar-texts.ts";
import styles from "./time-controls.module.css";
import type { TimeRange } from "./time-range.ts";

const dayMs = 86_400_000;

interface RangeCalendarProps {
  readonly range: TimeRange;
  readonly retentionDays: number;
  readonly onApply: (range: TimeRange) => void;
  /** The list of time zones opens or closes. */
  readonly onZoneList: (isOpen: boolean) => void;
}

/** The day of a second `YYYY-MM-DD HH:mm:ss`. */
function dayOf(text: string): string {
  return text.slice(0, "YYYY-MM-DD".length);
}

/**
 * Picks a time range to the second, both ends included, by the clock of the page's zone. Days
 * before the retention window cannot be chosen. Later than now can be: a trace whose clock was
 * ahead has to be found, too.
 *
 * The picker takes its texts for local times: in the one hour of a year that the browser's own
 * clock skips, it shows a time of another zone an hour too late.
 */
export function RangeCalendar(props: RangeCalendarProps) {
  const { range, retentionDays, onApply, onZoneList } = props;
  const t = useTexts(texts);
  const zone = useZone();
  const [oldest] = useState(() => Date.now() - retentionDays * dayMs);
  const [pickedIn, setPickedIn] = useState(zone);
  const [picked, setPicked] = useState<Picked>(() => {
    const from = Math.max(range.from, oldest);
    const { start, end } = formatPickedRange(from, Math.max(range.to, from + 1), zone);
    return [start, end];
  });
  const [problem, setProblem] = useState<keyof typeof t.problems | null>(null);
  if (pickedIn !== zone) {
    setPickedIn(zone);
    setPicked(inOtherZone(picked, pickedIn, zone));
  }

  const pick = ([start, end]: Picked) => {
    setProblem(null);
    // A newly chosen day counts as a whole: from its first second, to its last.
    if (start !== null && end === null) {
      setPicked([`${dayOf(start)} 00:00:00`, null]);
    } else if (end !== null && picked[1] === null) {
      setPicked([start, `${dayOf(end)} 23:59:59`]);
    } else {
      setPicked([start, end]);
    }
  };

  const apply = () => {
    const [start, end] = picked;
    const chosen = start === null || end === null ? null : parsePickedRange({ start, end }, zone);
    if (chosen === null) {
      setProblem(end === null ? "noEnd" : "order");
      return;
    }
    onApply({
      from: Math.max(chosen.from, Math.floor(oldest / 1000) * 1000),
      to: Math.max(chosen.to, oldest + 1000),
    });
  };

  return (
    <div className={styles.calendar}>
      <InlineDateTimePicker
        type="range"
        size="sm"
        withSeconds
        allowSingleDateInRange
        locale={t.locale}
        yearLabelFormat={t.year}
        monthLabelFormat={t.month}
        getDayAriaLabel={(day) => dayjs(day).locale(t.locale).format(t.day)}
        valueFormat="YYYY-MM-DD HH:mm:ss"
        labelSeparator="—"
        minDate={formatSecond(oldest, zone)}
        value={picked}
        onChange={pick}
        onSubmit={apply}
        ariaLabels={t.steps}
        timePickerProps={t.start}
        endTimePickerProps={t.end}
        submitButtonProps={{
          "aria-label": t.apply,
          children: t.apply,
          className: styles.apply,
        }}
      />
      <p role="alert" className={styles.problem}>
        {problem === null ? "" : t.problems[problem]}
      </p>
      <ZoneSelect onList={onZoneList} />
      <p className={styles.hint}>{t.hint(retentionDays)}</p>
    </div>
  );
}
