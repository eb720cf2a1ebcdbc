import { isEqualJson } from "@trace-console/contracts/canonical-json";
import { type Trace, traceSchema } from "@trace-console/contracts/trace";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxTraceBytes, normaliseTrace } from "./normalise-trace.ts";

const minimal = {
  trace_id: "4abc3a67-b773-11e6-8412-8f0ed3cc97c6",
  trace_name: "x",
  time: 1472148708232,
};

function normalise(value: unknown): Trace {
  return normaliseText(typeof value === "string" ? value : JSON.stringify(value));
}

function normaliseText(text: string): Trace {
  const result = normaliseTrace(Buffer.from(text));
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  const { trace, wire } = result.record;
  expect(traceSchema.parse(JSON.parse(wire))).toBeDefined();
  expect(JSON.stringify(trace)).toBe(wire);
  return trace;
}

function reasonFor(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const result = normaliseTrace(Buffer.from(text));
  return result.ok ? "none" : result.reason;
}

/** The forms in which traces are known to exist, rebuilt. */
const form2016 = {
  time: "2016/12/08 11:07:28 GMT+08:00",
  user: { name: "aaa/op_service", id: "f2fe", domain: { name: "aaa", id: "1f9b" } },
  request: { server: { name: "as-config", nics: [{ ip_address: null }] } },
  response: { status: "SUCCESS", error_code: null },
  service_type: "ECS",
  source_ip: "",
  trace_name: "createSingleServer",
  trace_rating: "normal",
  trace_type: "SystemAction",
  record_time: "2016/12/08 11:07:28 GMT+08:00",
  trace_id: "4abc3a67-b773-11e6-8412-8f0ed3cc97c6",
};

describe("forms that exist", () => {
  test("2016: times as text, request and response as objects", () => {
    expect(normalise(form2016)).toEqual({
      ...form2016,
      time: Date.UTC(2016, 11, 8, 3, 7, 28),
      record_time: Date.UTC(2016, 11, 8, 3, 7, 28),
      request: '{"server":{"name":"as-config","nics":[{"ip_address":null}]}}',
      response: '{"status":"SUCCESS","error_code":null}',
    });
  });

  test("a reply of the API: code as a number, response as an object", () => {
    const trace = normalise({ ...minimal, code: 200, response: { code: "VPC.0514" } });
    expect(trace).toMatchObject({ code: "200", response: '{"code":"VPC.0514"}' });
  });

  test("2024: all in the right types is kept byte for byte, without an original", () => {
    const text = JSON.stringify({
      ...minimal,
      domain_id: "7e0d78c85***d0b9b7cba",
      read_only: false,
      user: { name: "IAMUserA", principal_is_root_user: "true", invoked_by: ["service.console"] },
      request: '{"server":{"adminPass":"********"}}',
      message: "名称 😀",
      request_id: "null",
    });
    const result = normaliseTrace(Buffer.from(text));
    expect(result).toMatchObject({ ok: true, record: { wire: text, original: undefined } });
  });

  test("a trigger's event: time in seconds, trace_status, code 0", () => {
    const trace = normalise({
      trace_name: "deleteGraph",
      trace_id: "69be",
      time: 1529996047,
      record_time: 1529996047,
      trace_status: "normal",
      code: 0,
      request: {},
    });
    expect(trace).toEqual({
      trace_name: "deleteGraph",
      trace_id: "69be",
      time: 1529996047000,
      record_time: 1529996047000,
      trace_status: "normal",
      code: "0",
      request: "{}",
      trace_rating: "normal",
    });
  });

  test("times as text of ms and as text of ns", () => {
    const text = { time: "1765788999507", record_time: "1660223647458765184" };
    expect(normalise({ ...minimal, ...text })).toMatchObject({
      time: 1765788999507,
      record_time: 1660223647458,
    });
  });

  test("user as JSON text", () => {
    expect(normalise({ ...minimal, user: '{"name":"a","id":"5f2c"}' }).user).toEqual({
      name: "a",
      id: "5f2c",
    });
  });

  test("white space and other spellings keep the bytes as they came", () => {
    for (const text of [
      JSON.stringify(minimal, undefined, 1),
      JSON.stringify({ ...minimal, code: 200 }),
      JSON.stringify({ ...minimal, user: null }),
      JSON.stringify(minimal).replace('"x"', String.raw`"\u0078"`),
      JSON.stringify(minimal).replace("}", ',"trace_name":"y"}'),
      JSON.stringify({ ...minimal, a: 1 }).replace(":1}", ":1.0}"),
    ]) {
      const bytes = Buffer.from(text);
      const result = normaliseTrace(bytes);
      expect(result).toMatchObject({ ok: true, record: { original: bytes } });
    }
  });
});

describe("fields", () => {
  test("absent and null stay absent, empty strings stay", () => {
    const nulls = { user: null, code: null, request: null, read_only: null, record_time: null };
    expect(normalise({ ...minimal, ...nulls, source_ip: "", resource_name: "" })).toEqual({
      ...minimal,
      source_ip: "",
      resource_name: "",
    });
  });

  test("unknown fields are kept as they are, also null and numbers beyond a double", () => {
    const text =
      '{"trace_id":"a","trace_name":"x","time":1472148708232,"n":null,"big":9007199254740993,"huge":1e400,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"a"}';
    const result = normaliseTrace(Buffer.from(text));
    expect(result).toMatchObject({ ok: true, record: { wire: text, original: undefined } });
    const changed = normaliseTrace(Buffer.from(text.replace('"a"', '"a","code":200')));
    expect(changed.ok && changed.record.wire).toBe(text.replace('"a"', '"a","code":"200"'));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("status is trace_rating, else trace_status, else absent", () => {
    const ratingOf = (fields: object) => normalise({ ...minimal, ...fields }).trace_rating;
    expect(ratingOf({ trace_rating: "warning", trace_status: "normal" })).toBe("warning");
    expect(ratingOf({ trace_status: "incident" })).toBe("incident");
    expect(ratingOf({ trace_rating: null, trace_status: "incident" })).toBe("incident");
    expect(ratingOf({ trace_rating: "", trace_status: "incident" })).toBe("incident");
    expect(ratingOf({ trace_rating: "" })).toBe("");
    expect(ratingOf({ trace_status: 5 })).toBeUndefined();
    expect(ratingOf({})).toBeUndefined();
  });

  test("values of another type become the type of their field", () => {
    expect(
      normaliseText(
        '{"trace_id":17,"trace_name":"x","time":1472148708232,"code":12345678901234567890,"read_only":"true","content_length":"12","total_time":"0.25","resource_id":{},"resource_name":["a"],"source_ip":false,"enterprise_project_id":0}',
      ),
    ).toEqual({
      trace_id: "17",
      trace_name: "x",
      time: 1472148708232,
      code: "12345678901234567890",
      read_only: true,
      content_length: 12,
      total_time: 0.25,
      resource_name: '["a"]',
      source_ip: "false",
      enterprise_project_id: "0",
    });
    const odd = { read_only: "yes", content_length: "many", total_time: {}, record_time: "" };
    expect(normalise({ ...minimal, ...odd })).toEqual(minimal);
    expect(normaliseText(JSON.stringify(minimal).replace("}", ',"total_time":1e400}'))).toEqual(
      minimal,
    );
  });

  test("a name that differs from a field's by case alone gets its type, as clients take it for the field", () => {
    const source =
      '{"trace_name":"a","time":1718777931170,"Code":200,"Time":"soon","Other":1,"user":{"NAME":5}}';
    const result = normaliseTrace(Buffer.from(source));
    expect(result).toMatchObject({
      ok: true,
      record: {
        trace: { Code: "200", Other: 1, user: { NAME: "5" } },
        original: Buffer.from(source),
      },
    });
    expect(result.ok && Object.hasOwn(result.record.trace, "Time")).toBe(false);
  });

  test("ids of more than 128 or of unprintable characters are kept as data, but for trace_id", () => {
    const long = "x".repeat(129);
    expect(normalise({ ...minimal, project_id: long, domain_id: "a\u0007" })).toMatchObject({
      project_id: long,
      domain_id: "a\u0007",
    });
    expect(normalise({ ...minimal, trace_id: "名".repeat(128) }).trace_id).toBe("名".repeat(128));
    for (const trace_id of [long, "a\nb", "\u0000", "\ud800", { a: long }]) {
      expect(reasonFor({ ...minimal, trace_id })).toBe(
        "trace_id is not 1 to 128 printable characters",
      );
    }
  });

  test("lone surrogates and NUL are written as escapes", () => {
    const text = String.raw`{"trace_id":"a","trace_name":"\ud83d","time":1472148708232,"message":"\u0000"}`;
    const result = normaliseTrace(Buffer.from(text));
    expect(result.ok && result.record.wire).toBe(text);
  });
});

describe("an id of its own", () => {
  const bare = { trace_name: "x", time: 1472148708232, user: { name: "a", id: 1 } };

  test("a trace without one gets it from its value, whatever its spelling", () => {
    const { trace_id } = normalise(bare);
    expect(trace_id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const shuffled = { user: { id: 1, name: "a" }, time: 1472148708232, trace_name: "x" };
    expect(normalise(JSON.stringify(shuffled, undefined, 2)).trace_id).toBe(trace_id);
    expect(normalise({ ...bare, time: bare.time + 1 }).trace_id).not.toBe(trace_id);
  });

  test("it is the SHA-256 of the canonical JSON", () => {
    // printf '{"time":1472148708232,"trace_name":"x"}' | sha256sum
    expect(normalise({ trace_name: "x", time: 1472148708232 }).trace_id).toBe(
      "dd067f41-98f2-8502-8012-25f369ffc48c",
    );
  });

  test("empty and null ids count as missing", () => {
    for (const trace_id of ["", null, {}]) {
      expect(normalise({ trace_id, ...bare }).trace_id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("what is no trace", () => {
  test.each([
    ["{", "not valid JSON"],
    ["", "not valid JSON"],
    ["{} {}", "not valid JSON"],
    ["null", "not a JSON object"],
    ["[]", "not a JSON object"],
    ["5", "not a JSON object"],
    ["1e400", "not a JSON object"],
    ['"x"', "not a JSON object"],
    ["{}", "trace_name is missing"],
    ['{"trace_name":""}', "trace_name is missing"],
    ['{"trace_name":null,"time":1}', "trace_name is missing"],
    ['{"trace_name":{"a":1},"time":1}', "trace_name is missing"],
    ['{"trace_name":"x"}', "time is missing"],
    ['{"trace_name":"x","time":"","record_time":""}', 'time cannot be read: ""'],
    ['{"trace_name":"x","time":"soon"}', 'time cannot be read: "soon"'],
    ['{"trace_name":"x","time":-1}', 'time cannot be read: "-1"'],
  ])("%j: %s", (text, reason) => {
    expect(reasonFor(text)).toBe(reason);
  });

  test("record_time stands in for a time that is absent or unreadable", () => {
    const record_time = 1472148708232;
    expect(normalise({ trace_id: "a", trace_name: "x", record_time })).toEqual({
      trace_id: "a",
      trace_name: "x",
      record_time,
      time: record_time,
    });
    expect(normalise({ ...minimal, time: "soon", record_time }).time).toBe(record_time);
  });

  test("33 levels, 4 MiB and one byte, bytes that are not UTF-8", () => {
    const deep = (levels: number): string =>
      JSON.stringify({ ...minimal, a: 0 }).replace(
        ":0}",
        `:${"[".repeat(levels)}${"]".repeat(levels)}}`,
      );
    expect(reasonFor(deep(31))).toBe("none");
    expect(reasonFor(deep(32))).toBe("nested deeper than 32 levels");
    expect(reasonFor(deep(1_000_000))).toBe("nested deeper than 32 levels");
    const around = JSON.stringify({ ...minimal, message: "" }).length;
    const message = "x".repeat(maxTraceBytes - around);
    expect(reasonFor({ ...minimal, message })).toBe("none");
    expect(reasonFor({ ...minimal, message: `${message}x` })).toBe("larger than 4 MiB");
    const notUtf8 = normaliseTrace(
      Buffer.from(JSON.stringify({ ...minimal, a: "\u00e9" }), "latin1"),
    );
    expect(notUtf8).toEqual({ ok: false, reason: "not valid UTF-8" });
  });
});

describe("for any values of any fields", () => {
  const oddities = fc.constantFrom<unknown>(
    "",
    "null",
    "true",
    "false",
    "0",
    "{}",
    '{"name":',
    '{"name":"a","domain":"b"}',
    "xxx",
    "2016/12/08 11:07:28 GMT+08:00",
    "1660223647458765184",
    1529996047,
    0,
    -1,
    200,
    1.5,
    true,
    false,
    null,
    [],
    ["a", 1, null],
    {},
    { name: 5, domain: { id: 1 }, session_context: { attributes: { created_at: 1 } } },
    { domain: "x", invoked_by: "y", session_context: "z", principal_is_root_user: true },
    { session_context: { attributes: [] }, invoked_by: { a: 1 }, OriginUser: {} },
    { __proto__: null, toJSON: 1 },
  );
  const fields = [
    ...Object.keys(traceSchema.shape),
    "trace_status",
    "region",
    "__proto__",
    "toJSON",
    "1",
  ];
  const record = fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fields) }, fc.string()),
        fc.oneof(oddities, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: "binary" })),
      ),
    )
    .map((members) => Object.fromEntries<unknown>([...members, ...Object.entries(minimal)]));

  test("the wire form satisfies the schema, loses nothing that it knows not, and is its own wire form", () => {
    fc.assert(
      fc.property(record, fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const bytes = Buffer.from(text);
        const result = normaliseTrace(bytes);
        if (!result.ok) throw new Error(result.reason);
        const { trace, wire, original } = result.record;
        expect(traceSchema.safeParse(JSON.parse(wire)).success).toBe(true);
        expect(traceSchema.safeParse(trace).success).toBe(true);
        expect(wire.isWellFormed()).toBe(true);
        expect(Buffer.from(original ?? wire).equals(bytes)).toBe(true);
        const again = normaliseTrace(Buffer.from(wire));
        expect(again).toMatchObject({ ok: true, record: { wire, original: undefined } });
        for (const [field, given] of Object.entries(value)) {
          if (Object.hasOwn(traceSchema.shape, field)) continue;
          const kept = Object.entries(trace).find(([name]) => name === field)?.[1];
          if (!isEqualJson(JSON.stringify(kept), JSON.stringify(given))) throw new Error(field);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("any JSON at all gives a trace or a reason", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const result = normaliseTrace(Buffer.from(text));
        expect(result.ok || result.reason.length > 0).toBe(true);
      }),
    );
  });
});
