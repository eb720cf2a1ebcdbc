import { expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import {
  choose,
  chooseStatus,
  expectTraces,
  field,
  openTraceList,
  rangeOf,
  typeSearch,
} from "./trace-list-page.ts";

const hour = 3_600_000;
const isManagement = (trace: Trace) => traceKind(trace) === "system";

test("the page starts with the last hour, and each preset is as long as it says", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project);
  for (const [preset, length] of [
    ["Last 1 hour", hour],
    ["Last 1 day", 24 * hour],
    ["Last 1 week", 168 * hour],
  ] as const) {
    const button = page.getByRole("button", { name: preset });
    const before = Date.now();
    if (preset !== "Last 1 hour") await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    const { from, to } = rangeOf(page);
    expect(to - from).toBe(length);
    expect(Math.abs(to - before)).toBeLessThan(10_000);
    await expectTraces(page, beijing, isManagement);
  }
});

test("selects apply at once, a typed text on Enter or Query only", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project);
  const { from } = rangeOf(page);
  await choose(page, "Trace Source", "ModelArts");
  await expect(page).toHaveURL(/service_type=ModelArts/);
  // A choice alone does not move the present moment.
  expect(rangeOf(page).from).toBe(from);
  const url = page.url();
  const input = await typeSearch(page, "Resource name", "train-peking-3");
  await input.blur();
  expect(page.url()).toBe(url);
  await expectTraces(
    page,
    beijing,
    (trace) => isManagement(trace) && trace.service_type === "ModelArts",
  );
  await page.getByRole("button", { name: "Query" }).click();
  await expect(page).toHaveURL(/resource_name=train-peking-3/);
  await expectTraces(page, beijing, (trace) => trace.resource_name === "train-peking-3");
});

for (const name of ["Query", "Refresh"]) {
  test(`${name} asks again with the present moment, except for a customized range`, async ({
    page,
    known: { beijing },
  }) => {
    await openTraceList(page, beijing.project);
    const first = rangeOf(page);
    await page.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => rangeOf(page).to).toBeGreaterThan(first.to);
    const { from, to } = rangeOf(page);
    expect(to - from).toBe(hour);
    await expectTraces(page, beijing, isManagement);

    const fixed = { from: String(to - 2 * hour), to: String(to) };
    await openTraceList(page, beijing.project, fixed);
    const reply = page.waitForResponse((response) => response.url().includes("/traces?"));
    await page.getByRole("button", { name, exact: true }).click();
    expect((await reply).status()).toBe(200);
    expect(rangeOf(page)).toEqual({ from: to - 2 * hour, to });
    await expectTraces(page, beijing, isManagement);
  });
}

test("Reset takes every filter away and goes back to the last hour", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project, { range: "1w" });
  await choose(page, "Trace Source", "ModelArts");
  await choose(page, "Resource Type", "JobV2");
  await choose(page, "Operator", "li.wei.peking");
  await page.keyboard.press("Escape");
  await chooseStatus(page, "Normal");
  const input = await typeSearch(page, "Resource ID", "nothing");
  await input.press("Enter");
  await expectTraces(page, beijing, () => false);
  await page.getByRole("search").getByRole("button", { name: "Reset" }).click();
  await expect(page).not.toHaveURL(/service_type|resource_type|user=|trace_rating|resource_id/);
  await expect(field(page, "Trace Source")).toHaveValue("All trace sources");
  await expect(field(page, "Search By")).toHaveValue("All filters");
  await expect(input).toBeHidden();
  await expect(page.getByRole("radio", { name: "All trace statuses" })).toBeChecked();
  await expect(page.getByRole("button", { name: "Last 1 hour" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectTraces(page, beijing, isManagement);
});

test("the list is asked for once, ahead of its counts, at the start and for a filter", async ({
  page,
  known: { beijing },
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    const [, what] =
      /^\/api\/projects\/[^/]+\/(traces|totals|facets|histogram)$/.exec(pathname) ?? [];
    if (what !== undefined) asked.push(what);
  });
  await openTraceList(page, beijing.project, { range: "1w" });
  await expect.poll(() => asked).toContain("histogram");
  expect([asked[0], asked.filter((what) => what === "traces").length]).toEqual(["traces", 1]);

  asked.length = 0;
  await chooseStatus(page, "Warning");
  await expect.poll(() => asked).toContain("histogram");
  expect([asked[0], asked.filter((what) => what === "traces").length]).toEqual(["traces", 1]);
});
