import { maxJsonDepth, parseExactJson } from "@trace-console/contracts/canonical-json";
import { traceUserSchema } from "@trace-console/contracts/trace";
import { foldName, isJsonObject, mapMembers, readText } from "./read-values.ts";

const userTextFields = new Set<string>(
  Object.entries(traceUserSchema.shape)
    .filter(([, schema]) => schema.unwrap().def.type === "string")
    .map(([name]) => name),
);

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    // One level less than a trace may have: the user is a member of it.
    const value = parseExactJson(text, maxJsonDepth - 1);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What JSON text holds that was cut off somewhere: all members that are complete. */
function parseCutObject(text: string): Record<string, unknown> | undefined {
  let closers = "";
  let whole = "";
  const token = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found === "{") closers = `}${closers}`;
    else if (found === "[") closers = `]${closers}`;
    else if (found === "]" || found === "}") {
      closers = closers.slice(1);
      whole = text.slice(0, token.lastIndex) + closers;
    } else if (found === ",") whole = text.slice(0, match.index) + closers;
    if (closers.length > maxJsonDepth) return undefined;
  }
  return parseObject(whole);
}

const objectOf = (value: unknown): Record<string, unknown> | undefined => {
  if (isJsonObject(value)) return value;
  return typeof value === "string" ? parseObject(value) : undefined;
};

function readDomain(value: unknown): Record<string, unknown> | undefined {
  const domain = objectOf(value);
  if (domain === undefined) return typeof value === "string" ? { name: value } : undefined;
  return mapMembers(domain, (name, member) =>
    ["id", "name"].includes(foldName(name)) ? readText(member) : member,
  );
}

function readInvokedBy(value: unknown): string[] | undefined {
  if (value === null || value === "") return undefined;
  if (!Array.isArray(value)) return [readText(value) ?? ""];
  const isRight = (entry: unknown): entry is string => typeof entry === "string";
  return value.every(isRight) ? value : value.map(readText).filter(isRight);
}

function readSessionContext(value: unknown): Record<string, unknown> | undefined {
  const context = objectOf(value);
  if (context === undefined) return undefined;
  return mapMembers(context, (name, member) => {
    if (foldName(name) !== "attributes") return member;
    const attributes = objectOf(member);
    if (attributes === undefined) return undefined;
    return mapMembers(attributes, (attribute, entry) =>
      ["created_at", "mfa_authenticated"].includes(foldName(attribute)) ? readText(entry) : entry,
    );
  });
}

function readUserObject(user: Record<string, unknown>): Record<string, unknown> {
  return mapMembers(user, (name, value) => {
    const field = foldName(name);
    if (userTextFields.has(name) || userTextFields.has(field)) return readText(value);
    if (field === "domain") return readDomain(value);
    if (field === "invoked_by") return readInvokedBy(value);
    return field === "session_context" ? readSessionContext(value) : value;
  });
}

/**
 * Reads `user` of a trace in any form that traces are known to carry: an object, its JSON text, its
 * JSON text cut off somewhere (what is complete is taken if the name is; otherwise the whole text is
 * the name), or a plain name.
 *
 * @param value a JSON value as `parseExactJson` gives it.
 * @returns the user in the types of the wire contract, unknown fields kept; undefined when there is
 *   none.
 */
export function readUser(value: unknown): Record<string, unknown> | undefined {
  if (isJsonObject(value)) return readUserObject(value);
  if (typeof value === "number") return { name: String(value) };
  if (typeof value !== "string" || value.trim() === "") return undefined;
  if (!value.trimStart().startsWith("{")) return { name: value };
  const whole = parseObject(value);
  if (whole !== undefined) return readUserObject(whole);
  const cut = parseCutObject(value);
  return typeof cut?.["name"] === "string" && cut["name"] !== ""
    ? readUserObject(cut)
    : { name: value };
}
