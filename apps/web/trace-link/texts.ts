/** What is said of links to a trace, and of how long it is kept. */
export const texts = {
  part: "traceLink" as const,
  english: {
    loading: "Loading the trace…",
    notLoaded: "The trace could not be loaded",
    expired: {
      title: "This trace is not stored here any more",
      text: (days: number) => `Traces are kept for ${days} ${days === 1 ? "day" : "days"}.`,
    },
    unknown: {
      title: "This trace is not in this project",
      text: "Check the link, and that region and project are those of the trace.",
    },
    id: (id: string) => `Trace ID: ${id}`,
    back: "Back to the Trace List",
    copyLink: "Copy link",
    copied: "Link copied",
    notCopied: "This browser does not let the page copy. Take the address of the page.",
    expiry: {
      in: (time: string) => `Expires in ${time}`,
      days: (days: number) => `${days} d`,
      hours: (hours: number) => `${hours} h`,
      withinTheHour: "Expires within the hour",
      expired: "Expired",
    },
  },
};
