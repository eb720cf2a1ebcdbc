import { maxPageSize } from "@trace-console/contracts/console-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { addressText, pythonText, shellWord } from "./literals.ts";
import type { Target } from "./target.ts";
import type { texts } from "./texts.ts";
import { type Parameter, type ValueList, toWireCalls } from "./wire-calls.ts";

/**
 * A query as calls of curl, with a token, as signatures cannot be written by hand. Where an
 * interactive shell takes `#` for a command (zsh), a comment must do nothing either: the texts hold
 * no sign that means something to it, and all else in them is quoted.
 */
export function curlText(
  query: TraceQuery,
  { origin, projectId }: Target,
  t: typeof texts.english.curl,
): string {
  const { shared, each, left } = toWireCalls(query);
  const params = [...shared, ["limit", String(maxPageSize)] as const]
    .map(([name, value]) => `${name}=${addressText(value)}`)
    .join("&");
  const url = shellWord(`${origin}/v3/${addressText(projectId)}/traces?${params}`);
  // The values of the loops are encoded already.
  const looped = each.map(({ field }) => `&${field}=$${field}`).join("");
  const call = `curl -H "X-Auth-Token: $TOKEN" ${url}${looped === "" ? "" : `"${looped}"`}`;
  const login = shellWord(`${origin}/v3/auth/tokens`);
  const body = shellWord(tokenRequest(projectId));
  return [
    `# ${t.pages(maxPageSize)}`,
    `# ${t.token}`,
    `# curl -i -H 'Content-Type: application/json' ${login} -d ${body}`,
    ...leftOut(left, t.left),
    ...inLoops(each, call),
    "",
  ].join("\n");
}

/** The body of `POST /v3/auth/tokens`, for somebody to fill in. */
function tokenRequest(id: string): string {
  const user = { name: "USER", password: "PASSWORD" };
  const identity = { methods: ["password"], password: { user } };
  return JSON.stringify({ auth: { identity, scope: { project: { id } } } });
}

function leftOut(left: readonly Parameter[], title: string): string[] {
  if (left.length === 0) return [];
  // As a literal first, so that no value ends its line.
  const quoted = (value: string) => shellWord(pythonText(value));
  return [`# ${title}`, ...left.map(([name, value]) => `# ${name}=${quoted(value)}`)];
}

function inLoops(each: readonly ValueList[], call: string): string[] {
  const indent = (depth: number) => "  ".repeat(depth);
  const heads = each.map(({ field, values }, depth) => {
    const words = values.map((value) => shellWord(addressText(value))).join(" ");
    return `${indent(depth)}for ${field} in ${words}; do`;
  });
  const ends = each.map((_list, depth) => `${indent(depth)}done`).toReversed();
  return [...heads, indent(each.length) + call, ...ends];
}
