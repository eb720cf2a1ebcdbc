import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { chinese } from "../trace-list/texts-chinese.ts";
import { texts } from "../trace-list/texts.ts";
import { removalsOf, withoutFilters } from "./removals.ts";

const bare: TraceQuery = { trace_type: "system", from: 1, to: 2 };

test("nothing can be taken away from management traces without filters", () => {
  expect(removalsOf(bare, texts.english)).toEqual([]);
});

test("each filter is taken away alone, and all else stays", () => {
  const query: TraceQuery = { ...bare, service_type: ["ECS"], user: ["li.wei"], text: "disk" };
  expect(removalsOf(query, texts.english)).toEqual([
    {
      key: "service_type",
      label: "Trace Source",
      values: ["ECS"],
      query: { ...bare, user: ["li.wei"], text: "disk" },
    },
    {
      key: "user",
      label: "Operator",
      values: ["li.wei"],
      query: { ...bare, service_type: ["ECS"], text: "disk" },
    },
    {
      key: "text disk",
      label: "Text",
      values: ["disk"],
      query: { ...bare, service_type: ["ECS"], user: ["li.wei"] },
    },
  ]);
});

test("values of which any will do go together, values that are left out go one by one", () => {
  const query: TraceQuery = { ...bare, user: ["a", "b"], not_trace_rating: ["normal", "warning"] };
  const removals = removalsOf(query, texts.english);
  expect(removals.map(({ values, query: rest }) => [values, rest])).toEqual([
    [["a", "b"], { ...bare, not_trace_rating: ["normal", "warning"] }],
    [["normal"], { ...bare, user: ["a", "b"], not_trace_rating: ["warning"] }],
    [["warning"], { ...bare, user: ["a", "b"], not_trace_rating: ["normal"] }],
  ]);
});

test("the trace type counts as a filter when it is data", () => {
  const query: TraceQuery = { ...bare, trace_type: "data", tracker_name: ["obs"] };
  expect(removalsOf(query, texts.english)).toEqual([
    {
      key: "trace_type",
      label: "Trace Type",
      values: ["Data"],
      query: { ...bare, tracker_name: ["obs"] },
    },
    {
      key: "tracker_name",
      label: "Tracker",
      values: ["obs"],
      query: { ...bare, trace_type: "data" },
    },
  ]);
  expect(withoutFilters(query)).toEqual(bare);
});

test("the keys are the same in every language", () => {
  const query: TraceQuery = { ...bare, trace_type: "data", not_tracker_name: ["x"], text: "t" };
  const keysIn = (told: typeof texts.english) => removalsOf(query, told).map(({ key }) => key);
  expect(keysIn(chinese)).toEqual(keysIn(texts.english));
  expect(new Set(keysIn(chinese)).size).toBe(3);
});
