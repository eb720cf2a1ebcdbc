import { type ViewState, viewStateSchema } from "@trace-console/contracts/saved-view-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shownColumns } from "../table-settings/columns-url.ts";
import { defaultColumns, fieldColumns } from "../trace-list/trace-columns.ts";
import { readTraceListUrl } from "../trace-list/trace-list-url.ts";
import { isSameView, viewAddress, viewStateOf } from "./view-state.ts";

const now = 1_720_000_000_000;
const hour = 3_600_000;

const query: TraceQuery = {
  trace_type: "system",
  service_type: ["ModelArts"],
  user: ["li.wei", "wang.fang"],
  not_trace_name: ["listJobs"],
  text: "gpu",
  from: now - 24 * hour,
  to: now,
};
const columns = fieldColumns.slice(3, 6);
const state = viewStateOf({ query, preset: "1d" }, columns);

/** What a page shows that has these parameters, to somebody who has chosen some columns. */
function shownBy(params: URLSearchParams, remembered: readonly string[] = []): ViewState {
  const url = readTraceListUrl(params);
  if (!url.ok) throw new Error(`the address cannot be read: ${url.field}`);
  return viewStateOf(url.state, shownColumns(params.get("columns"), remembered));
}

test("a view of any page fits what the service takes, and its columns are all that there are", () => {
  expect(viewStateSchema.parse(state)).toEqual(state);
  const all = viewStateOf({ query, preset: null }, fieldColumns);
  expect(viewStateSchema.parse(all)).toEqual(all);
  expect(viewStateSchema.shape.columns.unwrap().element.options.toSorted()).toEqual(
    fieldColumns.map(({ id }) => id).toSorted(),
  );
});

test("a preset is taken from the moment in which the view is opened, any other range stays", () => {
  const later = now + 50 * hour;
  const opened = viewAddress(new URLSearchParams(), { view_id: "v", state }, [], later);
  expect(opened.get("from")).toBe(String(later - 24 * hour));
  expect(opened.get("to")).toBe(String(later));
  expect(opened.get("range")).toBe("1d");
  const absolute = { ...state, range: { from: 5, to: 7 } };
  const fixed = viewAddress(new URLSearchParams(), { view_id: "v", state: absolute }, [], later);
  expect([fixed.get("from"), fixed.get("to"), fixed.get("range")]).toEqual(["5", "7", null]);
});

test("a view takes the place of what the page showed, but not of region, project and time zone", () => {
  const params = new URLSearchParams(
    "region=r&project=p&zone=UTC&columns=message&range=1h&from=1&to=2&user=x&live=1&trace=t&view=w",
  );
  const opened = viewAddress(params, { view_id: "v", state }, [], now);
  expect([...opened].map(([name, value]) => `${name}=${value}`)).toEqual([
    "region=r",
    "project=p",
    "zone=UTC",
    "columns=resource_id,resource_name,trace_rating",
    "range=1d",
    `from=${now - 24 * hour}`,
    `to=${now}`,
    "service_type=ModelArts",
    "not_trace_name=listJobs",
    "user=li.wei",
    "user=wang.fang",
    "text=gpu",
    "view=v",
  ]);
});

test("an opened view shows its columns, whatever its reader has chosen", () => {
  const views = [defaultColumns, columns, columns.toReversed()];
  for (const ofView of views) {
    for (const remembered of [[], ["message"], columns.map(({ id }) => id)]) {
      const view = { view_id: "v", state: viewStateOf({ query, preset: "1d" }, ofView) };
      const opened = viewAddress(new URLSearchParams("columns=code"), view, remembered, now);
      expect(isSameView(view.state, shownBy(opened, remembered))).toBe(true);
    }
  }
});

test("a view without columns leaves those of its reader, and any are its own", () => {
  const { columns: _none, ...plain } = state;
  const view = { view_id: "v", state: plain };
  const opened = viewAddress(new URLSearchParams("columns=code"), view, [], now);
  expect(opened.get("columns")).toBe("code");
  expect(isSameView(plain, shownBy(opened))).toBe(true);
});

test.each<[string, TraceQuery, "1h" | "1d" | null]>([
  ["another preset", query, "1h"],
  ["a customized range", query, null],
  ["another operator", { ...query, user: ["li.wei"] }, "1d"],
  ["a value left out", { ...query, not_trace_name: [] }, "1d"],
  ["another text", { ...query, text: "cpu" }, "1d"],
  ["data traces", { trace_type: "data", from: query.from, to: query.to }, "1d"],
])("a page with %s no longer shows the view", (_what, changed, preset) => {
  expect(isSameView(state, viewStateOf({ query: changed, preset }, columns))).toBe(false);
});

test("a page shows the view as long as filters, range and columns are its own, at any moment", () => {
  const later = { ...query, from: query.from + hour, to: query.to + hour };
  expect(isSameView(state, viewStateOf({ query: later, preset: "1d" }, columns))).toBe(true);
  const otherOrder = { ...query, user: ["wang.fang", "li.wei"] };
  expect(isSameView(state, viewStateOf({ query: otherOrder, preset: "1d" }, columns))).toBe(true);
  const shown = (some: typeof columns) => viewStateOf({ query, preset: "1d" }, some);
  expect(isSameView(state, shown(columns.toReversed()))).toBe(false);
  expect(isSameView(state, shown(columns.slice(1)))).toBe(false);
  const absolute = viewStateOf({ query, preset: null }, columns);
  expect(isSameView(absolute, absolute)).toBe(true);
  expect(isSameView(absolute, viewStateOf({ query: later, preset: null }, columns))).toBe(false);
});

test("any page that is saved and opened again shows what it showed", () => {
  const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }), {
    minLength: 1,
    maxLength: 3,
  });
  const queries = fc.record(
    { service_type: values, user: values, not_user: values, resource_name: values },
    { requiredKeys: [] },
  );
  const shapes = fc.shuffledSubarray([...fieldColumns], { minLength: 1 });
  fc.assert(
    fc.property(queries, shapes, (filters, some) => {
      const asked = { trace_type: "system", ...filters, from: 1, to: 2 } as const;
      const saved = viewStateOf({ query: asked, preset: null }, some);
      const opened = viewAddress(new URLSearchParams(), { view_id: "v", state: saved }, [], now);
      expect(isSameView(saved, shownBy(opened))).toBe(true);
    }),
  );
});
