/** What the actions on the values of the table say. */
export const texts = {
  part: "cellActions" as const,
  english: {
    keys: "In a row, the arrow keys Left and Right lead along the values that one can filter by. Enter opens what can be done with one.",
    // The button that opens the menu of a value.
    actions: (label: string, value: string) => `Filter by ${label}: ${value}`,
    changes: { include: "Only this", only: "Only this one", exclude: "Not this" },
    // In place of "Only this" where the filter asks for other values already.
    add: "Also this",
    // Before another value of the same field.
    also: "Also ",
    copy: "Copy value",
    copied: "Copied",
    notCopied: "The value could not be copied.",
    timelines: {
      resource_id: "Timeline: all traces of this resource",
      user: "Timeline: all traces of this operator",
      access_key_id: "Timeline: all traces of this access key",
      source_ip: "Timeline: all traces from this address",
    },
    // What was done, for a screen reader.
    done: {
      include: (label: string, value: string) => `Filter added: ${label} is ${value}`,
      only: (label: string, value: string) => `Filter changed: ${label} is only ${value}`,
      exclude: (label: string, value: string) => `Filter added: ${label} is not ${value}`,
      timeline: (label: string, value: string) => `Timeline of ${label} ${value}`,
    },
    problems: {
      tooLong: (most: string) => `Too long for a filter: at most ${most} characters.`,
      tooMany: (most: string) => `The filter has ${most} values already, which is the most.`,
      unwritable: () => "Holds a broken character, which the address of a page cannot hold.",
    },
  },
};
