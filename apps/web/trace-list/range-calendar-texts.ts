/** What the calendar of the time range says, and how it writes days (formats of dayjs). */
export const texts = {
  part: "rangeCalendar" as const,
  english: {
    locale: "en",
    year: "YYYY",
    month: "MMMM YYYY",
    day: "D MMMM YYYY",
    steps: {
      previousMonth: "Previous month",
      nextMonth: "Next month",
      previousYear: "Previous year",
      nextYear: "Next year",
      previousDecade: "Previous decade",
      nextDecade: "Next decade",
    },
    start: {
      hoursInputLabel: "Start hours",
      minutesInputLabel: "Start minutes",
      secondsInputLabel: "Start seconds",
    },
    end: {
      hoursInputLabel: "End hours",
      minutesInputLabel: "End minutes",
      secondsInputLabel: "End seconds",
    },
    apply: "Apply",
    problems: {
      noEnd: "Choose the last day as well.",
      order: "The end must not lie before the start.",
    },
    hint: (days: number) => `Traces are kept for ${days} days. Both seconds belong to the range.`,
  },
};
