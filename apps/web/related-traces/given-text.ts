/** What services write for what there is not. */
const nothings = ["", "-", "null", "{}"];

/** The first of some texts that names something. */
export function firstGiven(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && !nothings.includes(text.trim()));
}
