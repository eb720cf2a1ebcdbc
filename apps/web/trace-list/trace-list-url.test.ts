import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatTraceListUrl,
  initialState,
  isFiltered,
  lacksTime,
  readTraceListUrl,
  stateAt,
  withTime,
} from "./trace-list-url.ts";

const now = 1_720_000_000_000;

function read(text: string) {
  return readTraceListUrl(new URLSearchParams(text));
}

test("a page opened without a time shows the last hour, and keeps its region and filters", () => {
  const params = new URLSearchParams("region=cn-north-4&trace_name=StopJobV2");
  expect(lacksTime(params)).toBe(true);
  const completed = withTime(params, now);
  expect(completed.get("region")).toBe("cn-north-4");
  expect(readTraceListUrl(completed)).toEqual({
    ok: true,
    state: {
      query: { trace_type: "system", trace_name: ["StopJobV2"], from: now - 3_600_000, to: now },
      preset: "1h",
    },
  });
});

test("a page opened with a preset alone shows that preset", () => {
  const completed = withTime(new URLSearchParams("range=1w"), now);
  expect(completed.get("from")).toBe(String(now - 604_800_000));
  expect(completed.get("range")).toBe("1w");
});

test("an address with one of the two times is not completed but refused", () => {
  expect(lacksTime(new URLSearchParams("from=5"))).toBe(false);
  expect(read("from=5")).toMatchObject({ ok: false, field: "to" });
});

test("a preset whose times were edited by hand counts as customized", () => {
  expect(read(`range=1h&from=${now - 3_600_000}&to=${now}`)).toMatchObject({
    state: { preset: "1h" },
  });
  expect(read(`range=1h&from=${now - 5}&to=${now}`)).toMatchObject({ state: { preset: null } });
});

test.each([
  ["from=x&to=5", "from", "time"],
  ["from=1&from=2&to=5", "from", "time"],
  ["from=9&to=3", "from", "order"],
  ["from=3&to=3", "from", "order"],
  ["from=1&to=9999999999999999", "to", "time"],
  ["from=9999999999999998&to=9999999999999999", "from", "time"],
  ["from=1&to=2&trace_rating=bad", "trace_rating", "rating"],
  ["from=1&to=2&not_trace_rating=bad", "not_trace_rating", "rating"],
  ["from=1&to=2&text=a&text=b", "text", "text"],
  ["from=1&to=2&trace_type=zzz", "trace_type", "kind"],
  ["from=1&to=2&range=2d", "range", "preset"],
])("%s is refused and names %s", (text, field, reason) => {
  expect(read(text)).toEqual({ ok: false, field, reason });
});

test("region, project, time zone and columns survive a change, a preset is left out when customized", () => {
  const params = new URLSearchParams(
    "region=r&project=p&zone=UTC&columns=time&range=1h&from=1&to=2&utm=x",
  );
  const written = formatTraceListUrl(params, {
    query: { trace_type: "data", from: 3, to: 4 },
    preset: null,
  });
  expect(written.toString()).toBe(
    "region=r&project=p&zone=UTC&columns=time&from=3&to=4&trace_type=data",
  );
});

test("Live is in the address as long as the range is that of a preset", () => {
  const state = { ...initialState(now), live: true };
  const written = formatTraceListUrl(new URLSearchParams(), state);
  expect(written.get("live")).toBe("1");
  expect(readTraceListUrl(written)).toEqual({ ok: true, state });
  written.set("live", "yes");
  expect(readTraceListUrl(written)).toEqual({ ok: true, state: initialState(now) });
  const customized = { ...state, preset: null };
  expect(formatTraceListUrl(new URLSearchParams(), customized).has("live")).toBe(false);
  for (const none of ["from=1&to=2&live=1", "range=1h&from=1&to=2&live=1"]) {
    expect(read(none)).toEqual({
      ok: true,
      state: { query: { trace_type: "system", from: 1, to: 2 }, preset: null },
    });
  }
});

test("a page opened with Live and a preset alone is completed and stays live", () => {
  const completed = withTime(new URLSearchParams("range=1d&live=1"), now);
  expect(readTraceListUrl(completed)).toMatchObject({ state: { preset: "1d", live: true } });
});

test("another query closes the trace that the address opens", () => {
  const params = new URLSearchParams("region=r&range=1h&from=1&to=2&trace=t-1");
  const { query } = initialState(now);
  expect(formatTraceListUrl(params, { query, preset: "1h" }).has("trace")).toBe(false);
});

test("any state written into the address is read back as it was", () => {
  const values = fc.option(
    fc.uniqueArray(fc.string({ minLength: 1, unit: "grapheme" }), { minLength: 1, maxLength: 3 }),
    { nil: undefined },
  );
  const query = fc.record(
    {
      trace_type: fc.constant("system" as const),
      service_type: values,
      trace_name: values,
      resource_id: values,
      user: values,
      access_key_id: values,
      not_user: values,
      not_tracker_name: values,
      text: fc.option(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), {
        nil: undefined,
      }),
      from: fc.integer({ min: 0, max: now }),
      to: fc.integer({ min: now + 1, max: 8_640_000_000_000_000 }),
    },
    { requiredKeys: ["trace_type", "from", "to"] },
  );
  fc.assert(
    fc.property(query, (asked) => {
      const params = formatTraceListUrl(new URLSearchParams(), { query: asked, preset: null });
      const url = readTraceListUrl(new URLSearchParams(params.toString()));
      expect(url).toEqual({
        ok: true,
        state: { query: structuredClone(asked), preset: null },
      });
    }),
  );
});

test("asked again later, a preset moves along and a customized range stays", () => {
  const state = initialState(now);
  expect(stateAt(state, now + 60_000).query).toMatchObject({
    from: now + 60_000 - 3_600_000,
    to: now + 60_000,
  });
  const customized = { ...state, preset: null };
  expect(stateAt(customized, now + 60_000)).toEqual(customized);
  expect(stateAt({ ...state, live: true }, now + 60_000)).toMatchObject({
    preset: "1h",
    live: true,
  });
});

test("only a filter or the kind of traces counts as a filter, the time does not", () => {
  const { query } = initialState(now);
  expect(isFiltered(query)).toBe(false);
  expect(isFiltered({ ...query, trace_type: "data" })).toBe(true);
  expect(isFiltered({ ...query, user: ["li.wei"] })).toBe(true);
  expect(isFiltered({ ...query, not_user: ["li.wei"] })).toBe(true);
  expect(isFiltered({ ...query, text: "li.wei" })).toBe(true);
});
