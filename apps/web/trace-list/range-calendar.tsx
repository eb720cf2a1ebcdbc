import { InlineDateTimePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import dayjs from "dayjs";
import { useState } from "react";
import { formatPickedRange, parsePickedRange } from "../ui/format-time.ts";
import styles from "./time-controls.module.css";
import type { TimeRange } from "./time-range.ts";

interface RangeCalendarProps {
  readonly range: TimeRange;
  readonly retentionDays: number;
  readonly onApply: (range: TimeRange) => void;
}

type Picked = [string | null, string | null];

function timeFields(which: string) {
  return {
    hoursInputLabel: `${which} hours`,
    minutesInputLabel: `${which} minutes`,
    secondsInputLabel: `${which} seconds`,
  };
}

/**
 * Picks a time range to the second, both ends included. Days before the retention window cannot be
 * chosen. Later than now can be: a trace whose clock was ahead has to be found, too.
 */
export function RangeCalendar({ range, retentionDays, onApply }: RangeCalendarProps) {
  const [oldest] = useState(() => dayjs().subtract(retentionDays, "day"));
  const [picked, setPicked] = useState<Picked>(() => {
    const from = Math.max(range.from, oldest.valueOf());
    const { start, end } = formatPickedRange(from, Math.max(range.to, from + 1));
    return [start, end];
  });
  const [problem, setProblem] = useState("");

  const pick = ([start, end]: Picked) => {
    setProblem("");
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
      setProblem(
        end === null ? "Choose the last day as well." : "The end must not lie before the start.",
      );
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
        valueFormat="YYYY-MM-DD HH:mm:ss"
        labelSeparator="—"
        minDate={oldest.toDate()}
        value={picked}
        onChange={pick}
        onSubmit={apply}
        ariaLabels={{
          previousMonth: "Previous month",
          nextMonth: "Next month",
          previousYear: "Previous year",
          nextYear: "Next year",
          previousDecade: "Previous decade",
          nextDecade: "Next decade",
        }}
        timePickerProps={timeFields("Start")}
        endTimePickerProps={timeFields("End")}
        submitButtonProps={{
          "aria-label": "Apply",
          children: "Apply",
          className: styles.apply,
        }}
      />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <p className={styles.hint}>
        Traces are kept for {retentionDays} days. Both seconds belong to the range.
      </p>
    </div>
  );
}
