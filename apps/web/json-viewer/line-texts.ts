import { escapeUnseen } from "../ui/unseen-characters.ts";
import { type JsonLine, hasComma, indentOf, valueOf } from "./json-line.ts";

const plainKey = /^"[\p{L}_$][\p{L}\p{N}_$]*"$/u;

/**
 * The way to the value of a line, as programs write it: `request.spec.nodes[0]["app.io/name"]`.
 * Empty for the outermost.
 */
export function pathOf(lines: readonly JsonLine[], index: number): string {
  const steps: string[] = [];
  let line = lines[index];
  while (line !== undefined && line.parent >= 0) {
    steps.push(stepTo(line));
    line = lines[line.parent];
  }
  return steps.toReversed().join("").replace(/^\./, "");
}

function stepTo({ key, place }: JsonLine): string {
  if (key === null) return `[${place}]`;
  return plainKey.test(key) ? `.${key.slice(1, -1)}` : `[${escapeUnseen(key)}]`;
}

/**
 * The value of a line to be used elsewhere: of a string what it says, without quotes; of an object
 * or array its JSON, in which strings are strings, even those that are shown unfolded.
 */
export function copyOfValue(lines: readonly JsonLine[], index: number): string {
  const line = lines[index];
  if (line === undefined) return "";
  if (line.unfolded !== null) return line.unfolded;
  if (line.kind === "open") return copyOfMembers(lines, index, line);
  const json = valueOf(line);
  const value: unknown = JSON.parse(json);
  return typeof value === "string" ? value : json;
}

function copyOfMembers(lines: readonly JsonLine[], index: number, opening: JsonLine): string {
  const margin = indentOf(opening.depth).length;
  const copied = [valueOf(opening)];
  for (let at = index + 1; at < opening.end; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.unfolded === null) {
      copied.push(line.text.slice(margin));
    } else {
      const closing = lines[line.end];
      const comma = closing !== undefined && hasComma(closing) ? "," : "";
      const lead = line.text.slice(margin, line.valueAt);
      copied.push(`${lead}${JSON.stringify(line.unfolded)}${comma}`);
      at = line.end;
    }
  }
  const closing = lines[opening.end];
  if (closing !== undefined) copied.push(valueOf(closing));
  return copied.join("\n");
}
