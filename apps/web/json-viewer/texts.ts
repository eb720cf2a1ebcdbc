/** What the JSON viewer says. */
export const texts = {
  part: "jsonViewer" as const,
  english: {
    lines: "Lines",
    keys: "The arrow keys Up and Down move from line to line, Left and Right fold and unfold, Home and End lead to the first and the last line. C copies the value of the line, P its path.",
    /** Before a piece of a line that began further up. */
    continued: "continued",
    search: "Search in this trace",
    previous: "Previous match",
    next: "Next match",
    noMatch: "No match",
    position: (at: number, total: string) => `${at.toLocaleString("en")} of ${total}`,
    form: "JSON in strings",
    forms: { wire: "As on the wire", unfolded: "Unfolded" },
    foldAll: "Fold all",
    unfoldAll: "Unfold all",
    held: "JSON in a string",
    contentsOf: (name: string) => `Contents of ${name}`,
    everything: "the trace",
    fields: (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "field" : "fields"}`,
    items: (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "item" : "items"}`,
    copyValue: "Copy value",
    copyPath: "Copy path",
  },
};
