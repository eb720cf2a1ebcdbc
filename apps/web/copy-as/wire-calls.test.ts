import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { toWireCalls } from "./wire-calls.ts";

const query: TraceQuery = { trace_type: "system", from: 1000, to: 2000 };
const shared = [
  ["from", "999"],
  ["to", "2000"],
  ["trace_type", "system"],
];

test("the console's range holds its first instant, that of ListTraces does not", () => {
  expect(toWireCalls(query)).toEqual({ shared, each: [], left: [] });
  expect(toWireCalls({ ...query, from: 0 }).shared[0]).toEqual(["from", "-1"]);
});

test("one value of a filter is a parameter, several are a call each", () => {
  const { shared: params, each } = toWireCalls({
    ...query,
    service_type: ["ModelArts"],
    user: ["a", "b"],
    trace_rating: ["warning", "incident"],
    resource_id: [],
  });
  expect(params).toEqual([...shared, ["service_type", "ModelArts"]]);
  expect(each).toEqual([
    { field: "user", values: ["a", "b"] },
    { field: "trace_rating", values: ["warning", "incident"] },
  ]);
});

test("what ListTraces does not know is told", () => {
  const calls = toWireCalls({
    ...query,
    text: "resnet",
    not_user: ["a", "b"],
    not_trace_rating: ["normal"],
    tracker_name: ["system"],
    source_ip: ["10.0.0.1"],
  });
  expect(calls).toEqual({
    shared,
    each: [],
    left: [
      ["not_user", "a"],
      ["not_user", "b"],
      ["not_trace_rating", "normal"],
      ["tracker_name", "system"],
      ["source_ip", "10.0.0.1"],
      ["text", "resnet"],
    ],
  });
});

test("data traces are asked for by what they are filtered by", () => {
  const calls = toWireCalls({
    ...query,
    trace_type: "data",
    user: ["ignored"],
    not_trace_name: ["ignored"],
    tracker_name: ["obs-tracker"],
    not_access_key_id: ["AK"],
  });
  expect(calls).toEqual({
    shared: [...shared.slice(0, 2), ["trace_type", "data"], ["tracker_name", "obs-tracker"]],
    each: [],
    left: [["not_access_key_id", "AK"]],
  });
});
