/** What stands where the Trace List is empty: what was asked for, and what would bring traces. */
export const texts = {
  part: "whyEmpty" as const,
  english: {
    title: "No traces found",
    range: (from: string, to: string) => `From ${from} to ${to}`,
    kinds: { system: "Management traces", data: "Data traces" },
    noFilters: ", no further filters",
    looking: "Looking for the reason…",
    helps: "This would bring traces:",
    /** Around the values of a filter. */
    without: {
      before: (label: string) => `Without ${label}: `,
      after: (count: string) => ` — ${count}`,
    },
    between: ", ",
    andMore: (values: string, others: number) => `${values} and ${others} more`,
    withoutAny: (count: string) => `Without any filter — ${count} in this time range`,
    earlier: (time: string) => `Earlier: ${time}`,
    later: (time: string) => `Later: ${time}`,
    latest: {
      system: (time: string) => `Latest management trace of this project: ${time}`,
      data: (time: string) => `Latest data trace of this project: ${time}`,
    },
    nothingStored: (days: number) =>
      `No trace has been stored in this project within the last ${days === 1 ? "day" : `${days} days`}. New ones show up about a minute after the operation, data traces about five minutes after it.`,
    unchecked: "Some of this could not be checked.",
  },
};
