import { expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import {
  expectTraces,
  field,
  openTraceList,
  totalLine,
  traceListPath,
  waitForTraces,
} from "./trace-list-page.ts";

// Links that leave values out, for which the page has no control yet, and links that search for a text.

const isManagement = (trace: Trace) => traceKind(trace) === "system";
const hasText = (trace: Trace, text: string) =>
  JSON.stringify(trace).toLowerCase().includes(text.toLowerCase());

test("what a link leaves out is shown by chips, which can be removed", async ({ page, known }) => {
  const [name, user] = ["StopJobV2", "li.wei.peking"];
  await openTraceList(page, beijing, { range: "1w", not_trace_name: name, not_user: user });
  const isName = (trace: Trace) => trace.trace_name === name;
  const isUser = (trace: Trace) => trace.user?.name === user;
  await expectTraces(
    page,
    known.beijing,
    (trace) => isManagement(trace) && !isName(trace) && !isUser(trace),
  );
  const chips = page.getByRole("list", { name: "Further filters" });
  await expect(chips.getByRole("listitem")).toHaveText([
    `Trace name is not: ${name}`,
    `Operator is not: ${user}`,
  ]);
  await chips.getByRole("button", { name: `Remove filter Trace name is not: ${name}` }).click();
  await expectTraces(page, known.beijing, (trace) => isManagement(trace) && !isUser(trace));
  await chips.getByRole("button").press("Enter");
  await expect(chips).toHaveCount(0);
  await expectTraces(page, known.beijing, isManagement);
});

test("a text of a link is searched for in any case; totals, values and field tell of it", async ({
  page,
  known,
}) => {
  const text = "TRAIN-PEKING-10";
  await openTraceList(page, beijing, { range: "1w", text });
  const found = await expectTraces(
    page,
    known.beijing,
    (trace) => isManagement(trace) && hasText(trace, text),
  );
  expect(found.length).toBeGreaterThan(5);
  await field(page, "Trace Source").click();
  const ofEcs = found.filter((trace) => trace.service_type === "ECS").length;
  await expect(page.getByRole("option", { name: `ECS ${ofEcs}`, exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Clear search text" }).click();
  await expectTraces(page, known.beijing, isManagement);
  await page.goBack();
  await waitForTraces(page);
  await expectTraces(page, known.beijing, (trace) => isManagement(trace) && hasText(trace, text));
});

test("a text that is found nowhere is named in the empty result", async ({ page, known }) => {
  await openTraceList(page, beijing, { text: "found nowhere", not_trace_rating: "normal" });
  await expectTraces(page, known.beijing, () => false);
  const main = page.getByRole("main");
  await expect(main).toContainText("Text: found nowhere");
  await expect(main).toContainText("Trace Status is not: normal");
});

test("a number that is not counted to its end is no total", async ({ page, known }) => {
  const text = "train-peking-10";
  const totals = /\/totals\?/;
  await page.route(totals, (route) =>
    route.fulfill({
      contentType: "application/x-ndjson",
      body: `${JSON.stringify({ done: false, share: 0.5, total: 3 })}\n`,
    }),
  );
  await page.goto(traceListPath(beijing, { range: "1w", text }));
  await expect(page.getByText("The traces could not be counted.")).toBeVisible();
  await expect(totalLine(page)).toHaveText("");
  await page.unroute(totals);
  await page.getByRole("button", { name: "Count again" }).click();
  await expectTraces(page, known.beijing, (trace) => isManagement(trace) && hasText(trace, text));
});
