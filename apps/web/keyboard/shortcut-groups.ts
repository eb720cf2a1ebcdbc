import type { ShortcutId, shortcuts } from "./shortcuts.ts";

/** What the help puts together, in its order. */
const groups = ["list", "rows", "everywhere"] as const;
export type ShortcutGroup = (typeof groups)[number];

const groupOf: Readonly<Record<ShortcutId, ShortcutGroup>> = {
  search: "list",
  refresh: "list",
  export: "list",
  nextRow: "rows",
  previousRow: "rows",
  toggleRow: "rows",
  viewTrace: "rows",
  help: "everywhere",
};

type Shortcut = (typeof shortcuts)[number];

/** Shortcuts by their groups; a group without any is left out. */
export function groupsOf(all: readonly Shortcut[]) {
  return groups
    .map((group) => ({ group, members: all.filter(({ id }) => groupOf[id] === group) }))
    .filter(({ members }) => members.length > 0);
}
