import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import {
  filtersInFold,
  filtersInForce,
  filtersWithoutControl,
  searchByOf,
  singleValue,
  withFilter,
  withoutFilter,
  withSearchBy,
  withTraceSource,
} from "./filters.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";

const names = texts.english.filters;
const query: TraceQuery = { trace_type: "system", from: 1, to: 2 };

test("an empty list of values takes a filter away, so that it leaves no trace in the address", () => {
  const filtered = withFilter(query, "user", ["a", "b"]);
  expect(filtered).toEqual({ ...query, user: ["a", "b"] });
  expect(Object.hasOwn(withFilter(filtered, "user", []), "user")).toBe(false);
});

test("another trace source takes the resource type of the old one away", () => {
  const before = { ...query, service_type: ["ModelArts"], resource_type: ["JobV2"], user: ["a"] };
  expect(withTraceSource(before, "IAM")).toEqual({ ...query, service_type: ["IAM"], user: ["a"] });
  expect(withTraceSource(before, null)).toEqual({ ...query, user: ["a"] });
});

test("Search By holds one filter at a time", () => {
  const byName = withSearchBy(query, "trace_name", "StopJobV2");
  expect(byName).toEqual({ ...query, trace_name: ["StopJobV2"] });
  expect(withSearchBy(byName, "resource_id", "7")).toEqual({ ...query, resource_id: ["7"] });
  expect(withSearchBy(byName, null, "")).toEqual(query);
  expect(withSearchBy(byName, "trace_name", "")).toEqual(query);
});

test("the open input of Search By is told by the filter that is set", () => {
  expect(searchByOf(query)).toBeNull();
  expect(searchByOf({ ...query, resource_name: ["x"] })).toEqual({
    field: "resource_name",
    text: "x",
  });
  expect(searchByOf({ ...query, trace_name: ["a", "b"] })).toBeNull();
});

test("a control for one value shows none when there are several", () => {
  expect(singleValue({ ...query, service_type: ["A"] }, "service_type")).toBe("A");
  expect(singleValue({ ...query, service_type: ["A", "B"] }, "service_type")).toBeNull();
  expect(singleValue(query, "service_type")).toBeNull();
});

test("every filter in force is shown by a control or by a chip, and by a chip while those are folded", () => {
  const filtered: TraceQuery = {
    ...query,
    service_type: ["A", "B"],
    resource_type: ["T"],
    trace_name: ["n"],
    resource_id: ["i"],
    user: ["u", "v"],
    trace_rating: ["normal"],
    access_key_id: ["K"],
    not_user: ["w"],
    text: "t",
  };
  expect(filtersWithoutControl(filtered, names)).toEqual([
    { field: "service_type", label: "Trace Source", value: "A" },
    { field: "service_type", label: "Trace Source", value: "B" },
    { field: "resource_id", label: "Resource ID", value: "i" },
    { field: "not_user", label: "Operator is not", value: "w" },
    { field: "access_key_id", label: "Access key", value: "K" },
  ]);
  expect(filtersInFold(filtered, names)).toEqual([
    { field: "resource_type", label: "Resource Type", value: "T" },
    { field: "trace_name", label: "Trace name", value: "n" },
    { field: "user", label: "Operator", value: "u" },
    { field: "user", label: "Operator", value: "v" },
    { field: "trace_rating", label: "Trace Status", value: "normal" },
  ]);
});

test("a filter in force is named in the language of the page", () => {
  expect(filtersInForce({ ...query, not_user: ["w"], text: "t" }, chinese.filters)).toEqual([
    { field: "not_user", label: "操作用户不是", value: "w" },
    { field: "text", label: "文本", value: "t" },
  ]);
});

test("filters that are taken away one by one leave the bare query", () => {
  const filtered: TraceQuery = {
    ...query,
    user: ["a", "b"],
    not_trace_rating: ["normal", "warning"],
    not_tracker_name: ["x"],
    text: "t",
  };
  expect(filtersInForce(filtered, names)).toHaveLength(6);
  let rest = filtered;
  for (const filter of filtersInForce(filtered, names)) {
    const before = filtersInForce(rest, names).length;
    rest = withoutFilter(rest, filter);
    expect(filtersInForce(rest, names)).toHaveLength(before - 1);
  }
  expect(rest).toEqual(query);
  expect(Object.keys(rest)).toHaveLength(3);
});
