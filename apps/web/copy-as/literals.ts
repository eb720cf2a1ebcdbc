import { escapeUnseen } from "../ui/unseen-characters.ts";

/**
 * A text as one word of a POSIX shell, in which nothing is expanded. Values come from links and
 * from traces: what somebody pastes must not run what stands in them.
 */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text as a literal of Python, whose escapes are those of JSON; all on one line. */
export function pythonText(text: string): string {
  return escapeUnseen(JSON.stringify(text.toWellFormed()));
}

/** A text as a part of an address; also its spaces are percent-encoded. */
export function addressText(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
