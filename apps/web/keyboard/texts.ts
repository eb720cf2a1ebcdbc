import type { ShortcutGroup } from "./shortcut-groups.ts";
import type { ShortcutId } from "./shortcuts.ts";

const actions: Readonly<Record<ShortcutId, string>> = {
  search: "Search for a text",
  refresh: "Refresh",
  export: "Export",
  nextRow: "Go to the next trace",
  previousRow: "Go to the previous trace",
  toggleRow: "Expand or collapse the trace",
  viewTrace: "View Trace",
  help: "Show the keyboard shortcuts",
};

const groups: Readonly<Record<ShortcutGroup, string>> = {
  list: "Trace List",
  rows: "Traces",
  everywhere: "Everywhere",
};

/** What the help for the keys says. */
export const texts = {
  part: "keyboard" as const,
  english: {
    title: "Keyboard shortcuts",
    close: "Close",
    caption: "The keys of this page",
    key: "Key",
    action: "Action",
    actions,
    groups,
    singleKeys: "Single-key shortcuts",
    aboutSingleKeys:
      "Turn them off if you speak to your computer or press keys by accident. The key ? always works.",
  },
};
