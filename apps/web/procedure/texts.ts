/** What the procedure for using CTS says. */
export const texts = {
  part: "procedure" as const,
  english: {
    logIn: { title: "Log in", text: "Log in to the console." },
    region: { title: "Select a region", text: "Choose the region in the upper left corner." },
    list: { title: "Choose Trace List", text: "It is in the navigation pane on the left." },
    filters: {
      title: "Specify filters",
      text: "Combine time range, source, operator and status as needed.",
    },
    expand: {
      title: "Expand a trace",
      text: "The arrow on the left of a trace opens its details.",
    },
    view: {
      title: "View Trace",
      text: "The Operation column shows the whole trace structure.",
    },
  },
};
