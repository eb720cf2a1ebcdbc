/** What Live says. */
export const texts = {
  part: "live" as const,
  english: {
    live: "Live",
    about: "Shows new traces as they come",
    switched: (range: string) => `Live goes up to now: the time range is ${range}.`,
    newTraces: (count: number, isMore: boolean) =>
      `${isMore ? "More than " : ""}${count.toLocaleString("en")} new ${count === 1 ? "trace" : "traces"}`,
    interrupted: (reason: string, seconds: number) =>
      `Live is interrupted: ${reason}; trying again in ${seconds} s.`,
    notLoaded: "Live could not be loaded. Reload the page.",
  },
};
