import { expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { sampled, sampleOf } from "./exhaustive.ts";
import { test } from "./imported-test.ts";
import { signedOutState } from "./trace-server.ts";
import {
  choose,
  chooseStatus,
  expectTraces,
  field,
  openTraceList,
  signIn,
  traceListPath,
  typeSearch,
} from "./trace-list-page.ts";

const isManagement = (trace: Trace) => traceKind(trace) === "system";
const isJob = (trace: Trace) =>
  trace.resource_type === "JobV2" &&
  trace.trace_rating === "normal" &&
  ["li.wei.peking", "wang.fang.peking"].includes(trace.user?.name ?? "");
const jobs = {
  range: "1w",
  service_type: "ModelArts",
  resource_type: "JobV2",
  trace_rating: "normal",
};

test("reload, back and forward show the rows of their address", async ({
  page,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project, { range: "1w" });
  await choose(page, "Trace Source", "ModelArts");
  await expectTraces(
    page,
    beijing,
    (trace) => isManagement(trace) && trace.service_type === "ModelArts",
  );
  await chooseStatus(page, "Warning");
  const isWarning = (trace: Trace) =>
    isManagement(trace) && trace.service_type === "ModelArts" && trace.trace_rating === "warning";
  const warnings = await expectTraces(page, beijing, isWarning);
  const url = page.url();

  await page.reload();
  expect(page.url()).toBe(url);
  expect(await expectTraces(page, beijing, isWarning)).toEqual(warnings);
  await page.goBack();
  await expect(page.getByRole("radio", { name: "All trace statuses" })).toBeChecked();
  await expectTraces(
    page,
    beijing,
    (trace) => isManagement(trace) && trace.service_type === "ModelArts",
  );
  await page.goBack();
  await expect(field(page, "Trace Source")).toHaveValue("All trace sources");
  await expectTraces(page, beijing, isManagement);
  await page.goForward();
  await page.goForward();
  expect(page.url()).toBe(url);
  await expect(field(page, "Trace Source")).toHaveValue("ModelArts");
  await expect(page.getByRole("radio", { name: "Warning" })).toBeChecked();
  await expectTraces(page, beijing, isWarning);
});

test("back also brings back what was typed", async ({ page, known: { beijing } }) => {
  await openTraceList(page, beijing.project, { range: "1d" });
  const input = await typeSearch(page, "Resource name", "train-peking-1");
  await input.press("Enter");
  await expectTraces(page, beijing, (trace) => trace.resource_name === "train-peking-1");
  await input.fill("train-peking-2");
  await input.press("Enter");
  await expectTraces(page, beijing, (trace) => trace.resource_name === "train-peking-2");
  await page.goBack();
  await expect(input).toHaveValue("train-peking-1");
  await expectTraces(page, beijing, (trace) => trace.resource_name === "train-peking-1");
});

test("a shared link shows another person the same rows, after the sign-in", async ({
  page,
  browser,
  server,
  known: { beijing },
}) => {
  await openTraceList(page, beijing.project, jobs);
  await choose(page, "Operator", "li.wei.peking");
  await page.getByRole("option", { name: "wang.fang.peking" }).click();
  await page.keyboard.press("Escape");
  const shown = await expectTraces(page, beijing, isJob);
  expect(shown.length).toBeGreaterThan(3);

  const context = await browser.newContext({ storageState: signedOutState });
  const other = await context.newPage();
  await other.goto(page.url());
  await signIn(other, server.credentials);
  expect(await expectTraces(other, beijing, isJob)).toEqual(shown);
  expect(other.url()).toBe(page.url());
  await context.close();
});

test("a link with filters that no field shows names them, and they can be removed", async ({
  page,
  known: { beijing },
}) => {
  await page.goto(
    `${traceListPath(beijing.project, { range: "1w" })}&service_type=ECS&service_type=VPC`,
  );
  const ofSources = (sources: string[]) => (trace: Trace) =>
    isManagement(trace) && sources.includes(trace.service_type ?? "");
  await expectTraces(page, beijing, ofSources(["ECS", "VPC"]));
  await page.getByRole("button", { name: "Remove filter Trace Source: VPC" }).click();
  await expect(field(page, "Trace Source")).toHaveValue("ECS");
  await expectTraces(page, beijing, ofSources(["ECS"]));
});

const wrongAddresses = [
  ["from=yesterday&to=1800000000000", "from must be one time in ms since 1970"],
  ["from=1&to=2&to=3", "to must be one time in ms since 1970"],
  ["from=1800000000000&to=1700000000000", "from must be earlier than to"],
  ["from=99999999999999999&to=1800000000000", "from must be one time in ms since 1970"],
  ["from=1&to=2&trace_rating=fatal", "trace_rating must be normal, warning or incident"],
  ["from=1&to=2&trace_type=all", "trace_type must be system or data"],
  ["from=1&to=2&range=1y", "range must be 1h, 1d or 1w"],
] as const;

for (const [parameters, told] of sampleOf(wrongAddresses, 3)) {
  test(
    `the address ?${parameters} is told to be wrong, and can be reset`,
    sampled,
    async ({ page, known: { beijing } }) => {
      await page.goto(`${traceListPath(beijing.project)}&${parameters}`);
      await expect(page.getByRole("alert")).toContainText(told);
      await page.getByRole("button", { name: "Reset" }).click();
      await expectTraces(page, beijing, isManagement);
    },
  );
}
