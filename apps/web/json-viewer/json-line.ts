/** How far each level is indented, in spaces. */
const indent = 4;

/** One line of indented JSON. */
export interface JsonLine {
  /** Whether it opens an object or array, closes one, or holds a value (`{}` and `[]` too). */
  readonly kind: "open" | "close" | "value";
  /** In how many objects and arrays it stands. */
  readonly depth: number;
  /** The line that opens the object or array in which it stands; -1 for the outermost. */
  readonly parent: number;
  /** Its place among the members there, from 0. */
  readonly place: number;
  /** Its key as JSON text; null in an array, and for the outermost. */
  readonly key: string | null;
  /** The whole line: indent, key, value or bracket, comma. */
  readonly text: string;
  /** Where in it the value begins. */
  readonly valueAt: number;
  /** Of a line that opens: the line that closes it. Of another line: itself. */
  readonly end: number;
  /** Of a line that opens: how many members there are. */
  readonly size: number;
  /** The string that was unfolded into this value; null for any other value. */
  readonly unfolded: string | null;
}

const indents: string[] = [];

/** The white space before a line. */
export function indentOf(depth: number): string {
  // Lines of the same depth share it: some traces have a million lines.
  const known = indents[depth];
  if (known !== undefined) return known;
  const made = " ".repeat(indent * depth);
  indents[depth] = made;
  return made;
}

/** Whether another member follows a line. */
export function hasComma({ text }: JsonLine): boolean {
  return text.endsWith(",");
}

/** The value of a line as JSON text; of a line that opens or closes only the bracket. */
export function valueOf(line: JsonLine): string {
  return line.text.slice(line.valueAt, hasComma(line) ? -1 : undefined);
}
