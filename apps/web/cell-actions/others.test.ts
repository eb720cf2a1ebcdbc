import { maxValueLength, maxValues } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { othersFor } from "./others.ts";

const bare: TraceQuery = { trace_type: "system", from: 1, to: 2 };
const counted = (...values: string[]) => values.map((value) => ({ value, count: "1" }));
const valuesOf = (counts: readonly { value: string }[]) => counts.map(({ value }) => value);

test("values join the one that is asked for, the most frequent first, five at most", () => {
  const counts = counted("a", "b", "c", "d", "e", "f", "g");
  const asked = { ...bare, trace_name: ["a"], not_trace_name: ["c"] };
  const cell = { field: "trace_name", value: "a" } as const;
  expect(valuesOf(othersFor(asked, cell, counts))).toEqual(["b", "d", "e", "f", "g"]);
  const two = { ...bare, trace_name: ["a", "b"] };
  expect(valuesOf(othersFor(two, cell, counts))).toEqual(["c", "d", "e", "f", "g"]);
});

test("where the filter does not ask for the value, its own cell offers all there is", () => {
  const cell = { field: "trace_name", value: "a" } as const;
  expect(othersFor(bare, cell, counted("a", "b"))).toEqual([]);
  expect(othersFor({ ...bare, trace_name: ["b"] }, cell, counted("a", "b"))).toEqual([]);
});

test("only what the filter can take is offered", () => {
  const rating = { field: "trace_rating", value: "normal" } as const;
  const rated: TraceQuery = { ...bare, trace_rating: ["normal"] };
  const ratings = counted("critical", "normal", "", "incident");
  expect(valuesOf(othersFor(rated, rating, ratings))).toEqual(["incident"]);
  const user = { field: "user", value: "a" } as const;
  const users = counted(" ", "x".repeat(maxValueLength + 1), "\udc00", "b");
  expect(valuesOf(othersFor({ ...bare, user: ["a"] }, user, users))).toEqual(["b"]);
  const many = ["a", ...Array.from({ length: maxValues - 1 }, (_, index) => `user-${index}`)];
  expect(othersFor({ ...bare, user: many }, user, users)).toEqual([]);
});
