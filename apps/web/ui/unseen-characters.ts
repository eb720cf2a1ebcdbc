/**
 * One character that changes how its neighbours are shown without being seen itself: a control
 * character (tab and line ends aside), a soft hyphen, a zero-width space, or one that turns the
 * direction of text around. Joiners stay: scripts and emoji need them.
 */
const unseen =
  /((?![\t\n\r])\p{Cc}|[\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff])/u;

/** The code of a character as people write it: `U+202E`. */
export function formatCode(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Cuts a text at its unseen characters: seen and unseen parts take turns, a seen one first. */
export function splitAtUnseen(text: string): string[] {
  return text.split(unseen);
}

/** JSON text with its unseen characters written as escapes, which mean the same. */
export function escapeUnseen(json: string): string {
  return splitAtUnseen(json)
    .map((part, index) =>
      index % 2 === 0 ? part : `\\u${part.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .join("");
}
