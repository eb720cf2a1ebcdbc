/** What is said of the traces that belong to a trace: its counterpart, and the one before. */
export const texts = {
  part: "relatedTraces" as const,
  english: {
    // "Requested Jul 3, 2024 11:26:32 GMT+08:00 by li.wei → finished 11:27:05 (33 s), normal"
    pair: {
      requested: (time: string) => `Requested ${time}`,
      /** Around the operator. */
      requestedBy: {
        before: (time: string) => `Requested ${time} by `,
        after: (_time: string) => "",
      },
      finished: (time: string, duration: string) => `finished ${time} (${duration})`,
      failed: (time: string, duration: string) => `failed ${time} (${duration})`,
      beforeStatus: ", ",
      duration: {
        milliseconds: (ms: number) => `${ms} ms`,
        seconds: (seconds: number) => `${seconds} s`,
        minutes: (minutes: number, seconds: number) =>
          seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`,
      },
      perhaps: "Perhaps one operation: ",
      perhapsAbout: "Perhaps one operation",
      perhapsHelp:
        "The resource was also changed in between, so that the result may belong to that change.",
      viewRequest: "View the request",
      viewResult: "View the result",
    },
    notLooked: "Whether this operation or its ID was recorded twice could not be checked.",
    conflicts: {
      title: "Other content under this ID",
      notice: (count: number, last: string) =>
        count === 1
          ? `This ID came again with other content on ${last}. What is shown came first.`
          : `This ID came again with other content ${count.toLocaleString("en")} times, last on ${last}. What is shown came first.`,
      show: "Show what differs",
      about: "Before: as it came first. After: as it came again.",
      came: (time: string, differences: number) =>
        differences === 0
          ? `${time}: only the form in which it was written differs.`
          : `${time}: ${differences.toLocaleString("en")} ${differences === 1 ? "difference" : "differences"}`,
      more: (count: number) =>
        `${count.toLocaleString("en")} earlier ${count === 1 ? "one is" : "ones are"} not listed.`,
    },
    retry: "Retry",
    compare: "Compare with the previous trace of this resource",
    difference: {
      title: "Difference from the trace before",
      comparing: "Comparing…",
      notCompared: "The previous trace could not be loaded.",
      first: (days: number) =>
        `This is the first trace of this resource within the last ${days === 1 ? "day" : `${days} days`}.`,
      nothing: "Nothing differs.",
      count: (count: number) =>
        `${count.toLocaleString("en")} ${count === 1 ? "difference" : "differences"}`,
      /** Around the name of the previous trace. */
      comparedWith: {
        before: "Compared with ",
        after: (time: string) => ` of ${time}`,
      },
      viewPrevious: "View the previous trace",
      differences: "Differences",
      incidental: "Also different, as between any two traces",
      kinds: { added: "Added", removed: "Removed", changed: "Changed" },
      before: "Before",
      after: "After",
      showAll: (length: number) => `Show all ${length.toLocaleString("en")} characters`,
      showLess: "Show less",
      showMore: (count: number, left: number) =>
        `Show ${count} more of ${left.toLocaleString("en")}`,
    },
  },
};
