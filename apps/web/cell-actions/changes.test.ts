import { maxValueLength, maxValues } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { filtersWithoutControl } from "../trace-list/filters.ts";
import { texts } from "../trace-list/texts.ts";
import type { CellValue } from "./cell-value.ts";
import { changesFor, limitOf, withChange } from "./changes.ts";

const bare: TraceQuery = { trace_type: "system", from: 1, to: 2 };
const liWei: CellValue = { field: "user", value: "li.wei" };

/** The changes that can be made, and the reasons of those that cannot. */
function offered(query: TraceQuery, cell: CellValue): string[] {
  return changesFor(query, cell).map(({ change, problem }) =>
    problem === null ? change : `${change}: ${problem}`,
  );
}

test("a value of a filter that is not set can be asked for or left out", () => {
  expect(offered(bare, liWei)).toEqual(["include", "exclude"]);
  expect(withChange(bare, liWei, "include")).toEqual({ ...bare, user: ["li.wei"] });
  expect(withChange(bare, liWei, "exclude")).toEqual({ ...bare, not_user: ["li.wei"] });
});

test("what changes nothing is not offered", () => {
  expect(offered({ ...bare, user: ["li.wei"] }, liWei)).toEqual(["exclude"]);
  expect(offered({ ...bare, user: ["a", "li.wei"] }, liWei)).toEqual(["only", "exclude"]);
  expect(offered({ ...bare, user: ["a"] }, liWei)).toEqual(["include", "only", "exclude"]);
  expect(offered({ ...bare, not_user: ["li.wei"] }, liWei)).toEqual(["include"]);
});

test("a further value joins those that are asked for, or takes their place", () => {
  const query = { ...bare, user: ["a"], service_type: ["ECS"] };
  expect(withChange(query, liWei, "include")).toEqual({ ...query, user: ["a", "li.wei"] });
  expect(withChange(query, liWei, "only")).toEqual({ ...query, user: ["li.wei"] });
  expect(withChange(query, liWei, "exclude")).toEqual({ ...query, not_user: ["li.wei"] });
});

test("a value is never asked for and left out at once, and stands there once", () => {
  const wanted = { ...bare, user: ["a", "li.wei"], not_user: ["b"] };
  const left = { ...bare, user: ["a"], not_user: ["b", "li.wei"] };
  expect(withChange(wanted, liWei, "exclude")).toEqual(left);
  expect(withChange(left, liWei, "include")).toEqual(wanted);
  expect(withChange(wanted, liWei, "include")).toEqual(wanted);
  expect(withChange(left, liWei, "exclude")).toEqual(left);
  const alone = withChange({ ...bare, user: ["li.wei"] }, liWei, "exclude");
  expect(alone).toEqual({ ...bare, not_user: ["li.wei"] });
  expect(Object.hasOwn(alone, "user")).toBe(false);
});

test("several values of any field are shown by chips", () => {
  for (const [field, first, second] of [
    ["service_type", "ECS", "VPC"],
    ["resource_type", "ecs", "vpc"],
    ["trace_name", "a", "b"],
    ["resource_id", "1", "2"],
    ["resource_name", "x", "y"],
    ["trace_rating", "normal", "incident"],
    ["tracker_name", "system", "obs"],
    ["source_ip", "10.0.0.1", "::1"],
  ] as const) {
    const once = withChange(bare, { field, value: first }, "include");
    const twice = withChange(once, { field, value: second }, "include");
    const chips = filtersWithoutControl(twice, texts.english.filters);
    expect(chips.map(({ value }) => value)).toEqual([first, second]);
  }
});

test("a value that no filter can hold says why", () => {
  const long = { field: "resource_name", value: "x".repeat(maxValueLength + 1) } as const;
  expect(offered(bare, long)).toEqual(["include: tooLong", "exclude: tooLong"]);
  expect(limitOf("tooLong")).toBe(maxValueLength);
  const broken = { field: "resource_name", value: "a\ud800" } as const;
  expect(offered(bare, broken)).toEqual(["include: unwritable", "exclude: unwritable"]);
});

test("a full filter takes no further value, but can be replaced by one", () => {
  const many = Array.from({ length: maxValues }, (_, index) => `user-${index}`);
  const full = { ...bare, user: many, not_user: many };
  expect(offered(full, liWei)).toEqual(["include: tooMany", "only", "exclude: tooMany"]);
  expect(limitOf("tooMany")).toBe(maxValues);
  expect(withChange(full, liWei, "only").user).toEqual(["li.wei"]);
});
