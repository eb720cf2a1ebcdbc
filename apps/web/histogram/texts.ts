/** What the histogram of the Trace List says. */
export const texts = {
  part: "histogram" as const,
  english: {
    title: "Histogram over time",
    picture: "Bars over time",
    hint: "Drag over the bars to narrow the time range.",
    keys: "The arrow keys Left and Right move over the bars, Home and End to the first and the last one. With Shift they select bars; Enter sets the time range, Escape clears the selection.",
    legend: "Counts by trace status",
    statuses: { normal: "Normal", warning: "Warning", incident: "Incident", other: "Other" },
    between: ", ",
    told: (span: string, total: number, counts: string) =>
      `${span}: ${total.toLocaleString("en")} ${total === 1 ? "trace" : "traces"} (${counts})`,
    counting: (percent: number) => `Counting… ${percent} %`,
    undo: "Undo zoom",
    asTable: "Show as table",
    table: "Counts over time",
    span: "Time range",
    total: "Total",
    leftOut: "Time ranges without traces are left out.",
    notLoaded: "The histogram could not be loaded.",
    retry: "Retry",
  },
};
