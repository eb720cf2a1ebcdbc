import { normaliseTrace } from "@trace-console/intake/normalise-trace";
import { isExhaustive } from "@trace-console/trace-samples/exhaustive";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { openTestApp, project, noon } from "./test-app.ts";

/** The types of the fields in the strictest client's models: any other type fails its whole reply. */
type WireType = "string" | "int64" | "boolean" | "strings" | Fields;
interface Fields {
  readonly [field: string]: WireType;
}

const texts = (names: string): Fields =>
  Object.fromEntries(names.split(" ").map((name) => [name, "string"] as const));

const traceFields: Fields = {
  ...texts(
    "resource_id trace_name trace_rating trace_type request response code api_version message " +
      "trace_id service_type resource_type source_ip resource_name request_id location_info " +
      "endpoint resource_url enterprise_project_id resource_account_id operation_id",
  ),
  time: "int64",
  record_time: "int64",
  read_only: "boolean",
  user: {
    ...texts(
      "id name user_name account_id access_key_id principal_urn principal_id " +
        "principal_is_root_user type",
    ),
    domain: texts("id name"),
    invoked_by: "strings",
    session_context: { attributes: texts("created_at mfa_authenticated") },
  },
};

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fits(value: unknown, type: "string" | "int64" | "boolean" | "strings"): boolean {
  if (type === "int64") return Number.isSafeInteger(value);
  if (type === "strings") {
    return Array.isArray(value) && value.every((one) => one === null || typeof one === "string");
  }
  return typeof value === type;
}

/**
 * The places at which a client fails that decodes as Go's encoding/json does: null fits everywhere,
 * unknown names are passed over, and names are compared without regard to case.
 */
function faultsOf(value: object, fields: Fields, place = ""): string[] {
  const known = new Map(Object.entries(fields));
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const type = known.get(name) ?? known.get(name.toUpperCase().toLowerCase());
    const here = `${place}.${name}`;
    if (type === undefined || member === null) return [];
    if (typeof type === "string") return fits(member, type) ? [] : [here];
    return isObject(member) ? faultsOf(member, type, here) : [here];
  });
}

const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    200,
    0,
    1.5,
    "",
    "null",
    true,
    "true",
    null,
    [],
    [1, null, "a"],
    {},
    '{"name":5,"domain":"x"}',
    '{"name":"cut","domain":{"id',
    { name: 5, domain: 7, invoked_by: [1, null], session_context: '{"attributes":[]}' },
    { domain: { id: 1, NAME: 2 }, session_context: { attributes: { mfa_authenticated: true } } },
    { Name: 5, Domain: "x", Invoked_By: "y", SESSION_CONTEXT: { Attributes: { CREATED_AT: 1 } } },
    1529996047,
    "1660223647458765184",
    "2016/12/08 11:07:28 GMT+08:00",
    "\u0000\ud800",
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const names = Object.keys(traceFields).filter((name) => !["time", "trace_id"].includes(name));
const spelling = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => name.charAt(0).toUpperCase() + name.slice(1),
  // Characters that fold to ASCII letters: Go takes them for s and k.
  (name: string) => name.replace("s", "\u017F").replace("k", "\u212A"),
);
const member = fc.oneof(
  fc.tuple(fc.constantFrom(...names), oddities),
  fc
    .tuple(fc.constantFrom(...names, "time", "trace_id"), spelling, oddities)
    .map(([name, spell, value]) => [spell(name), value] as const),
  fc.tuple(fc.string(), oddities),
);
const oddTrace = fc.array(member, { maxLength: 12 });

const replySchema = z.strictObject({
  traces: z.array(z.looseObject({ trace_id: z.string() })),
  meta_data: z.strictObject({ count: z.int(), marker: z.string().nullable() }),
});

it("a trace with a field of another type is a fault to this test", () => {
  for (const trace of [
    { code: 201 },
    { Code: 201 },
    { request: {} },
    { user: "name" },
    { time: "1" },
    { user: { session_context: { attributes: { mfa_authenticated: true } } } },
    { read_only: "true" },
    { user: { invoked_by: "x" } },
  ]) {
    expect(faultsOf(trace, traceFields)).toHaveLength(1);
  }
  expect(faultsOf({ code: null, user: null, read_only: false, other: {} }, traceFields)).toEqual(
    [],
  );
});

it(
  "whatever comes in, ListTraces answers in the types of the strictest client",
  { timeout: 120_000 },
  async () => {
    const { store, get } = await openTestApp();
    let made = 0;
    await fc.assert(
      // Four traces of each time.
      fc.asyncProperty(fc.array(oddTrace, { minLength: 4, maxLength: 4 }), async (drawn) => {
        made += 1;
        const records = drawn.map((members, index) => {
          const record = Object.fromEntries<unknown>([
            ...members,
            ["trace_id", `t${made}-${index}`],
            ["trace_name", "CreateJobV2"],
            ["time", noon - made],
          ]);
          const result = normaliseTrace(Buffer.from(JSON.stringify(record)));
          if (!result.ok) throw new Error(result.reason);
          return result.record;
        });
        await store.append(project, records);
        for (const { trace } of records) {
          const { body, statusCode } = await get(
            `/v3/${project}/traces?trace_id=${trace.trace_id}`,
          );
          expect(statusCode).toBe(200);
          const [reply] = replySchema.parse(JSON.parse(body)).traces;
          expect(reply?.trace_id).toBe(trace.trace_id);
          expect(faultsOf(reply ?? {}, traceFields)).toEqual([]);
        }
      }),
      { numRuns: isExhaustive ? 500 : 100 },
    );
  },
);
