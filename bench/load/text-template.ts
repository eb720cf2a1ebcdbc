/**
 * A text with places to fill, kept also in the form in which it stands inside a JSON string, so
 * that neither form has to be made from the other for each trace.
 */
export interface TextTemplate {
  readonly plain: readonly string[];
  readonly escaped: readonly string[];
  /** The name of each place: one fewer than there are pieces. */
  readonly places: readonly string[];
}

const place = /\$([a-z0-9]+)/g;

/** Reads a template whose places are written `$name`. */
export function readTemplate(text: string): TextTemplate {
  const plain = text.split(place).filter((_, index) => index % 2 === 0);
  return {
    plain,
    escaped: plain.map((piece) => JSON.stringify(piece).slice(1, -1)),
    places: Array.from(text.matchAll(place), (match) => match[1] ?? ""),
  };
}

/** The text of `pieces` with `values` between them. Values hold nothing that JSON escapes. */
export function fill(pieces: readonly string[], values: readonly string[]): string {
  let text = pieces[0] ?? "";
  for (let index = 1; index < pieces.length; index += 1) {
    text += (values[index - 1] ?? "") + (pieces[index] ?? "");
  }
  return text;
}
