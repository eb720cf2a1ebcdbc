import { type Page, expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { exportFile } from "./export-dialog.ts";
import { sampled, sampleOf } from "./exhaustive.ts";
import { test } from "./imported-test.ts";
import { type KnownTraces, sharedId } from "./known-traces.ts";
import { beijing, singapore } from "./known-projects.ts";
import {
  choose,
  expandRow,
  expectTraces,
  field,
  openTraceList,
  rowsWith,
  traceListPath,
  tracesRegion,
} from "./trace-list-page.ts";

const isManagement = (trace: Trace) => traceKind(trace) === "system";

/** Everything that the page shows or saves of a project, as one text. */
async function collect(page: Page, known: KnownTraces): Promise<string> {
  await expectTraces(page, known, isManagement);
  const rows = await tracesRegion(page).innerText();
  await field(page, "Operator").click();
  const operators = await page.getByRole("listbox", { name: "Operator" }).innerText();
  await page.keyboard.press("Escape");
  const { bytes, dialog } = await exportFile(page, { columns: "All fields" });
  await dialog.getByRole("button", { name: "New export" }).click();
  await page.keyboard.press("Escape");
  return [rows, operators, bytes.toString()].join("\n");
}

test("two regions never mix: not in rows, totals, operators or the exported file", async ({
  page,
  known,
}) => {
  await openTraceList(page, beijing, { range: "1w" });
  const first = await collect(page, known.beijing);
  expect(first).toContain(beijing.marker);
  expect(first).not.toContain(singapore.marker);

  await choose(page, "Region", singapore.regionName);
  await expect(page).toHaveURL(/region=ap-southeast-3/);
  const second = await collect(page, known.singapore);
  expect(second).toContain(singapore.marker);
  expect(second).not.toContain(beijing.marker);
});

test("a trace whose id exists in both regions is the region's own", async ({ page, known }) => {
  for (const { project, traces } of [known.singapore, known.beijing]) {
    const own = traces.find(({ trace_id }) => trace_id === sharedId);
    await openTraceList(page, project);
    const details = await expandRow(page, rowsWith(page, own?.resource_id ?? "-"));
    expect(details).toContainEqual(["trace_id", sharedId]);
    expect(details).toContainEqual(["project_id", project.project_id]);
  }
});

test("another region keeps the time range and the trace source, but not the resource", async ({
  page,
  known,
}) => {
  await openTraceList(page, beijing, {
    range: "1w",
    service_type: "ECS",
    resource_name: "train-peking-100",
  });
  await expectTraces(
    page,
    known.beijing,
    (trace) => trace.service_type === "ECS" && trace.resource_name === "train-peking-100",
  );
  await choose(page, "Region", singapore.regionName);
  await expect(page).not.toHaveURL(/resource_name/);
  await expect(field(page, "Trace Source")).toHaveValue("ECS");
  await expectTraces(page, known.singapore, (trace) => trace.service_type === "ECS");
});

test("a second project of the region is chosen beside it, with its own traces", async ({
  page,
  known,
}) => {
  await page.goto("/trace-list?region=cn-north-4&range=1w");
  await expectTraces(page, known.beijing, isManagement);
  await choose(page, "Project", "lab");
  await expect(page).toHaveURL(new RegExp(known.laboratory.project.project_id));
  await expectTraces(page, known.laboratory, isManagement);
});

test("the region is found by its id or its name in either language", async ({ page }) => {
  await openTraceList(page, beijing);
  await field(page, "Region").click();
  // Those that hold traces come first.
  await expect(page.getByRole("option").first()).toContainText("CN East-Shanghai1");
  await page.keyboard.press("Escape");
  for (const text of ["ap-southeast-3", "singapore", "新加坡"]) {
    await field(page, "Region").click();
    await field(page, "Region").fill(text);
    await expect(page.getByRole("option")).toHaveCount(1);
    await expect(page.getByRole("option")).toContainText("AP-Singapore");
    await page.keyboard.press("Escape");
  }
});

const foreignAddresses = [
  [
    "a project that nobody gave access to",
    traceListPath({ ...beijing, project_id: "cccccccccccccccccccccccccccc0004" }),
    "The address names an unknown project",
  ],
  [
    "a project of another region",
    traceListPath({ ...beijing, project_id: singapore.project_id }),
    "The address names an unknown project",
  ],
  ["an unknown region", "/trace-list?region=mars-1", "The address names an unknown region"],
  [
    "a region without a project",
    "/trace-list?region=cn-south-1",
    "No project of yours in CN South-Guangzhou (cn-south-1)",
  ],
] as const;

for (const [what, path, told] of sampleOf(foreignAddresses, 3)) {
  test(`an address with ${what} shows no trace and a way on`, sampled, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: told })).toBeVisible();
    await expect(tracesRegion(page)).toHaveCount(0);
    await page
      .getByRole("button", { name: /Show the default project|Go to a region with traces/ })
      .click();
    await expect(tracesRegion(page)).toBeVisible();
  });
}

test("a page that does not exist says so and leads back", async ({ page, known }) => {
  await page.goto("/no-such-page?region=cn-north-4");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the Trace List" }).click();
  await expectTraces(page, known.beijing, isManagement);
});
