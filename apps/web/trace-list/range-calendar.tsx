import { InlineDateTimePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { formatPickedRange, parsePickedRange } from "../ui/format-time.ts";
import { texts } from "./range-calendar-texts.ts";
import styles from "./time-controls.module.css";
import type { TimeRange } from "./time-range.ts";

interface RangeCalendarProps {
  readonly range: TimeRange;
  readonly retentionDays: number;
  readonly onApply: (range: TimeRange) => void;
}

type Picked = [string | null, string | null];

/**
 * Picks a time range to the second, both ends included. Days before the retention window cannot be
 * chosen. Later than now can be: a trace whose clock was ahead has to be found, too.
 */
export function RangeCalendar({ range, retentionDays, onApply }: RangeCalendarProps) {
  const t = useTexts(texts);
  const [oldest] = useState(() => dayjs().subtract(retentionDays, "day"));
  const [picked, setPicked] = useState<Picked>(() => {
    const from = Math.max(range.from, oldest.valueOf());
    const { start, end } = formatPickedRange(from, Math.max(range.to, from + 1));
    return [start, end];
  });
  const [problem, setProblem] = useState<keyof typeof t.problems | null>(null);

  const pick = ([start, end]: Picked) => {
    setProblem(null);
    // A newly chosen day counts as a whole: from its first second, to its last.
    if (start !== null && end === null) {
      setPicked([dayjs(start).startOf("day").format("YYYY-MM-DD HH:mm:ss"), null]);
    } else if (end !== null && picked[1] === null) {
      setPicked([start, dayjs(end).endOf("day").format("YYYY-MM-DD HH:mm:ss")]);
    } else {
      setPicked([start, end]);
    }
  };

  const apply = () => {
    const [start, end] = picked;
    const chosen = start === null || end === null ? null : parsePickedRange({ start, end });
    if (chosen === null) {
      setProblem(end === null ? "noEnd" : "order");
      return;
    }
    onApply({
      from: Math.max(chosen.from, oldest.startOf("second").valueOf()),
      to: Math.max(chosen.to, oldest.valueOf() + 1000),
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
        minDate={oldest.toDate()}
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
      <p className={styles.hint}>{t.hint(retentionDays)}</p>
    </div>
  );
}
