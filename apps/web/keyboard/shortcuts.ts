/** The keys of the console and what they do, in the order in which the help lists them. */
export const shortcuts = [
  { id: "search", key: "/" },
  { id: "refresh", key: "r" },
  { id: "export", key: "e" },
  { id: "nextRow", key: "j" },
  { id: "previousRow", key: "k" },
  { id: "toggleRow", key: "Enter" },
  { id: "viewTrace", key: "v" },
  { id: "help", key: "?" },
] as const;
export type ShortcutId = (typeof shortcuts)[number]["id"];

/** A press of a key, as the browser tells it. */
type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** What a key that is held down does again and again. */
const repeating: readonly ShortcutId[] = ["nextRow", "previousRow"];

/** What a press of a key asks for. While single keys are off, the help still opens. */
export function shortcutOf(press: Press, areOn: boolean): ShortcutId | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const id = shortcuts.find(({ key }) => key === press.key)?.id;
  if (id === undefined || (!areOn && id !== "help")) return undefined;
  return press.repeat && !repeating.includes(id) ? undefined : id;
}
