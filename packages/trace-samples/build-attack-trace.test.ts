import { isOpaqueId } from "@trace-console/contracts/ids";
import { traceKind, traceSchema } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { attackStrings } from "./attack-strings.ts";
import { buildAttackTrace } from "./build-attack-trace.ts";
import { buildTrace } from "./build-trace.ts";

const ids = new Set(["trace_id", "project_id", "domain_id", "access_key_id"]);

/** Every text inside `value` with the field that holds it. */
function textsIn(value: unknown, field = ""): [string, string][] {
  if (typeof value === "string") return [[field, value]];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, field));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, name));
}

test("there are some sixty attack strings, none twice and none empty", () => {
  expect(attackStrings.length).toBeGreaterThanOrEqual(60);
  expect(new Set(attackStrings).size).toBe(attackStrings.length);
  expect(attackStrings).not.toContain("");
});

test("every text of an attack trace is the payload, ids are printable and its own", () => {
  const traceIds = new Set<string>();
  for (const payload of attackStrings) {
    const trace = buildAttackTrace(payload);
    expect(traceSchema.safeParse(trace).error).toBeUndefined();
    const texts = textsIn(trace);
    expect(texts.length).toBeGreaterThan(35);
    const unexpected = texts.filter(([field, text]) =>
      ids.has(field) ? !isOpaqueId(text) : text !== payload,
    );
    expect(unexpected).toEqual([]);
    expect(traceKind(trace)).toBe("system");
    traceIds.add(trace.trace_id);
  }
  expect(traceIds.size).toBe(attackStrings.length);
});

test("every known field of the schema stands in an attack trace", () => {
  expect(Object.keys(buildAttackTrace("x"))).toEqual(
    expect.arrayContaining(Object.keys(traceSchema.shape)),
  );
});

test("overrides win over the payload", () => {
  const trace = buildAttackTrace("<b>", { project_id: "p", time: 5 });
  expect([trace.project_id, trace.time, trace.trace_name]).toEqual(["p", 5, "<b>"]);
});

test("a built trace is valid, and overrides replace its fields", () => {
  expect(traceSchema.safeParse(buildTrace()).error).toBeUndefined();
  const trace = buildTrace({ trace_name: "StopJobV2", user: undefined });
  expect(trace).toMatchObject({ trace_name: "StopJobV2", service_type: "ModelArts" });
  expect(trace.user).toBeUndefined();
});
