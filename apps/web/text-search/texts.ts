/** What the search for a text says. */
export const texts = {
  part: "textSearch" as const,
  english: {
    label: "Search text",
    placeholder: "In requests, names…",
    clear: "Clear search text",
    tooLong: (length: number, most: number) =>
      `${length.toLocaleString("en")} characters are too many: at most ${most} can be searched for.`,
    // Before and after the field in which a text was found: "Found in request.job_name: ".
    foundIn: "Found in ",
    colon: ": ",
    foundSomewhere: "Found in this trace",
    more: (count: string) => `and ${count} more`,
  },
};
