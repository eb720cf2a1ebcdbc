function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
}

const traces = (count: number) => counted(count, "trace", "traces");
const failures = (count: number) => counted(count, "failure", "failures");

const numerals = ["no", "one", "two", "three", "four", "five", "six"];

/** "the six days before" */
function daysBefore(days: number): string {
  return days === 1 ? "the day before" : `the ${numerals[days] ?? days} days before`;
}

/** What the overview says. */
export const texts = {
  part: "overview" as const,
  english: {
    title: "Overview",
    loading: "Loading…",
    notLoaded: "The overview could not be loaded",
    question: {
      "1d": "What happened in ModelArts in the last day?",
      "1w": "What happened this week in ModelArts?",
    },
    about: (start: string, end: string, zone: string) =>
      `Management traces from ${start} to ${end}, time zone ${zone}.`,
    percent: (percent: string) => `${percent} %`,
    tracesOf: (count: number, name: string) => `${traces(count)}: ${name}`,
    failuresOf: (count: number, name: string) => `${failures(count)}: ${name}`,
    nothing: "No traces in this time range.",
    card: {
      loading: "Loading…",
      counting: (percent: number) => `Counting… ${percent} %`,
      notLoaded: "This could not be loaded.",
      retry: "Retry",
      showAll: (count: number) => `Show all ${count.toLocaleString("en")}`,
      showSome: (count: number, all: number) =>
        `Show ${count.toLocaleString("en")} of ${all.toLocaleString("en")}`,
      showFewer: "Show fewer",
    },
    columns: {
      operation: "Operation",
      operator: "Operator",
      address: "Source IP",
      traces: "Traces",
      failures: "Failures",
      share: "Share",
    },
    totals: {
      title: "Totals",
      traces: "Traces",
      failures: "Failures",
      operators: "Operators",
      shareOfAll: (percent: string) => `${percent} % of all traces`,
      nothing:
        "No ModelArts traces in this time range. New ones show up about a minute after the operation.",
    },
    failures: {
      title: "Failures by operation",
      all: (count: number) => `All ${failures(count)}`,
      none: {
        "1d": "No failures in the last day: everything worked.",
        "1w": "No failures this week: everything worked.",
      },
    },
    operators: {
      title: "Most active operators",
      none: "Nobody: all of it was done by the system.",
    },
    endings: {
      title: "Jobs deleted or stopped",
      all: (count: number) => `All ${traces(count)}`,
      none: {
        "1d": "No job was deleted or stopped in the last day.",
        "1w": "No job was deleted or stopped this week.",
      },
    },
    firstSeen: {
      title: "First seen",
      about: (days: number) => `Operators of the last 24 hours, not seen in ${daysBefore(days)}.`,
      nobody: "Nobody was seen in the last 24 hours.",
      allKnown: (days: number) =>
        `Nobody new: every operator of the last 24 hours was seen in ${daysBefore(days)} as well.`,
      nothingBefore: (days: number) =>
        days === 0
          ? "Traces are kept for one day only: there is nothing to compare with."
          : `There are no traces of ${daysBefore(days)} to compare with.`,
    },
    firstAddresses: {
      title: "First-seen addresses",
      about: (days: number) => `Source IPs of the last 24 hours, not seen in ${daysBefore(days)}.`,
      none: "No source IP was seen in the last 24 hours.",
      allKnown: (days: number) =>
        `None new: every source IP of the last 24 hours was seen in ${daysBefore(days)} as well.`,
      tooMany: "There are more than 10,000 source IPs: too many to tell which of them are new.",
    },
    heatMap: {
      title: "Activity by hour and weekday",
      about: (zone: string) => `Traces of each hour, time zone ${zone}.`,
      day: "Day",
      keys: "The arrow keys move from hour to hour, Home and End to the first and the last one of the day.",
      cell: (count: number, day: string, hour: string) => `${traces(count)}, ${day}, ${hour}:00`,
      legend: "Traces per hour",
    },
  },
};
