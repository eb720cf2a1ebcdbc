import type { ViewState } from "@trace-console/contracts/saved-view-api";
import { expect, test } from "vitest";
import { chinese as chineseList } from "../trace-list/texts-chinese.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";
import { describeView } from "./view-words.ts";

const english = { own: texts.english, list: listTexts.english };

test("a view is told by its time range and its filters", () => {
  const state: ViewState = {
    filter: { trace_type: "system", user: ["li.wei"], not_trace_name: ["a"], text: "gpu" },
    range: { preset: "1d" },
  };
  expect(describeView(state, "UTC", english)).toBe(
    "Last 1 day · Trace name is not: a · Operator: li.wei · Text: gpu",
  );
  expect(describeView(state, "UTC", { own: chinese, list: chineseList })).toBe(
    "最近1天 · 事件名称不是：a · 操作用户：li.wei · 文本：gpu",
  );
});

test("an absolute range is told in the time zone of the page, and data traces are told", () => {
  const range = { from: Date.UTC(2026, 2, 11, 8), to: Date.UTC(2026, 2, 11, 9) };
  const told = describeView({ filter: { trace_type: "data" }, range }, "UTC", english);
  expect(told).toMatch(/^2026-03-11 08:00:00.* — 2026-03-11 08:59:59.* · Trace Type: Data$/);
});

test("a long filter is cut", () => {
  const filter: ViewState["filter"] = { trace_type: "system", user: ["x".repeat(1000)] };
  const told = describeView({ filter, range: { preset: "1h" } }, "UTC", english);
  expect(told).toHaveLength(301);
});
