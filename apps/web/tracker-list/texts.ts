/** What the Tracker List says. */
export const texts = {
  part: "trackerList" as const,
  english: {
    title: "Tracker List",
    loading: "Loading…",
    loadFailed: "The trackers could not be loaded",
    about:
      "A tracker says what is recorded. The tracker system records the management traces of the project; data trackers record what is done in a bucket.",
    onlyReading:
      "You may look at them, but not change them: that takes the role CTS FullAccess in this project, which an administrator of this console can give you.",
    trackers: "Trackers",
    name: "Tracker Name",
    type: "Type",
    types: { system: "Management", data: "Data" },
    bucket: "Bucket",
    transferTo: "Transfer To",
    status: "Status",
    statuses: { enabled: "Enabled", disabled: "Disabled" },
    operation: "Operation",
    enable: "Enable",
    disable: "Disable",
    disableQuestion: (tracker: string) => `Disable ${tracker}?`,
    disabling: "Nothing new is recorded until it is enabled again. What is recorded already stays.",
  },
};
