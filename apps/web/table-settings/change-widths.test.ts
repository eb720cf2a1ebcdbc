import { expect, test } from "vitest";
import { widened, withoutWidth } from "./change-widths.ts";
import { leastWidth, mostWidth } from "./column-widths.ts";

const widths = { time: 222, user: 99 };

test("a column is made wider and narrower, the others stay", () => {
  expect(widened(widths, "time", 10)).toEqual({ time: 232, user: 99 });
  expect(widened(widths, "user", -10.4)).toEqual({ time: 222, user: 89 });
  expect(widths).toEqual({ time: 222, user: 99 });
});

test("a column has its least and its most", () => {
  expect(widened(widths, "user", -500)).toEqual({ time: 222, user: leastWidth });
  expect(widened(widths, "user", 5000)).toEqual({ time: 222, user: mostWidth });
  expect(widened({}, "code", 10)).toEqual({ code: leastWidth + 10 });
});

test("a column that gets its own width back is no longer mentioned", () => {
  expect(withoutWidth(widths, "time")).toEqual({ user: 99 });
  expect(withoutWidth(widths, "code")).toEqual(widths);
});
