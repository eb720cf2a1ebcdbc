/**
 * What the notice above the Trace List says. Apart from the texts of the Tracker List, as it is
 * loaded with the first page.
 */
export const texts = {
  part: "disabledNotice" as const,
  english: {
    before:
      "CTS is disabled: no new management traces are recorded in this project. Enable the tracker system in the ",
    trackerList: "Tracker List",
    after: ".",
  },
};
