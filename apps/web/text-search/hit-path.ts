import { escapeUnseen } from "../ui/unseen-characters.ts";

/** A key of an object, or a place in an array. */
export type PathPart = string | number;

const plainKey = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;
const longestKey = 40;

/** The way to a value in words: `response.spec.nodes[0]["app.io/name"]`. */
export function formatPath(path: readonly PathPart[]): string {
  return path.map(formatPart).join("");
}

function formatPart(part: PathPart, index: number): string {
  if (typeof part === "number") return `[${part}]`;
  const key = part.length > longestKey ? `${part.slice(0, longestKey)}…` : part;
  if (!plainKey.test(key)) return `[${escapeUnseen(JSON.stringify(key))}]`;
  return index === 0 ? key : `.${key}`;
}
