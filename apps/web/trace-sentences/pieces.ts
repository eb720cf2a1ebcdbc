/** A text that came with the trace: shown as it is, never translated. */
export interface Given {
  /** What it names; a sentence has one of each at most. */
  readonly part: "operator" | "operation" | "type" | "resource" | "code";
  readonly text: string;
}

/** A piece of a sentence: words of the console, or what came with the trace. */
export type Piece = string | Given;

// So much of a name is told: the fields of the trace hold the whole of it.
const longestName = 200;

function shorten(text: string): string {
  if (text.length <= longestName) return text;
  // Half of a character that takes two units is none.
  return `${text.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A name as it stands in a sentence: in quotes when it holds spaces. */
export function nameIn(part: Given["part"], name: string): readonly Piece[] {
  const given = { part, text: shorten(name) };
  return /\s/.test(given.text) ? ["“", given, "”"] : [given];
}
