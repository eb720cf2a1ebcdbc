/**
 * The text with İ as the two characters that mean the same. No other character changes its length
 * in lower case, so that a place in the folded text is a place in this one.
 */
export function withStableLength(text: string): string {
  return text.replaceAll("\u0130", "I\u0307");
}

/**
 * A text as it is compared: in lower case, as the server does it. Lower case alone knows two small
 * sigmas, one for the ends of words; where a word ends differs between a text and the JSON in which
 * the server looks for it. Here both are one, so that nothing which the server found is missed.
 */
export function foldCase(text: string): string {
  return withStableLength(text).toLowerCase().replaceAll("\u03C2", "\u03C3");
}
