import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { withText } from "./with-text.ts";

const query: TraceQuery = { trace_type: "data", from: 1, to: 2, user: ["a"] };

test("a text is searched for without outer spaces, beside the other filters", () => {
  expect(withText(query, "  Resnet 50\t")).toEqual({ ...query, text: "Resnet 50" });
  expect(withText({ ...query, text: "old" }, "new")).toEqual({ ...query, text: "new" });
});

test("an empty text takes the filter away, so that it leaves no trace in the address", () => {
  const bare = withText({ ...query, text: "old" }, "  ");
  expect(bare).toEqual(query);
  expect(Object.hasOwn(bare, "text")).toBe(false);
});

test("what is already searched for is the same query", () => {
  for (const [same, typed] of [
    [query, ""],
    [query, " "],
    [{ ...query, text: "a" }, " a "],
    // A link may hold outer spaces: they stay until another text is typed.
    [{ ...query, text: " a " }, " a "],
  ] as const) {
    expect(withText(same, typed)).toBe(same);
  }
});
