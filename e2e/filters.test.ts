import { expect } from "@playwright/test";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import {
  choose,
  chooseStatus,
  expectTraces,
  field,
  openTraceList,
  operatorChip,
  tracesRegion,
  typeSearch,
} from "./trace-list-page.ts";

const isManagement = (trace: Trace) => traceKind(trace) === "system";

test.beforeEach(async ({ page, known: { beijing } }) => {
  await openTraceList(page, beijing.project, { range: "1w" });
});

test("without a filter all management traces are listed, newest first", async ({
  page,
  known: { beijing },
}) => {
  const all = await expectTraces(page, beijing, isManagement);
  expect(all.length).toBeGreaterThan(110);
});

test("Trace Type Data lists data traces alone and disables what they do not have", async ({
  page,
  known: { beijing },
}) => {
  await choose(page, "Trace Source", "ECS");
  await choose(page, "Trace Type", "Data");
  const all = await expectTraces(page, beijing, (trace) => !isManagement(trace));
  expect(all.length).toBe(12);
  for (const label of ["Trace Source", "Resource Type", "Search By", "Operator"]) {
    await expect(field(page, label)).toBeDisabled();
  }
  for (const label of ["All trace statuses", "Normal", "Warning", "Incident"]) {
    await expect(page.getByRole("radio", { name: label })).toBeDisabled();
  }
  await choose(page, "Trace Type", "Management");
  await expectTraces(page, beijing, isManagement);
});

test("Trace Source opens Resource Type, and another source takes the type away", async ({
  page,
  known: { beijing },
}) => {
  await expect(field(page, "Resource Type")).toBeDisabled();
  await choose(page, "Trace Source", "ModelArts");
  await expectTraces(
    page,
    beijing,
    (trace) => isManagement(trace) && trace.service_type === "ModelArts",
  );
  await choose(page, "Resource Type", "AlgorithmV2");
  await expectTraces(page, beijing, (trace) => trace.resource_type === "AlgorithmV2");
  await choose(page, "Trace Source", "ECS");
  await expect(field(page, "Resource Type")).toHaveValue("All resource types");
  await expectTraces(page, beijing, (trace) => trace.service_type === "ECS");
  await choose(page, "Trace Source", "All trace sources");
  await expect(field(page, "Resource Type")).toBeDisabled();
});

test("Search By finds trace names exactly and in their case", async ({
  page,
  known: { beijing },
}) => {
  const input = await typeSearch(page, "Trace name", "StopJobV2");
  await input.press("Enter");
  await expectTraces(page, beijing, (trace) => trace.trace_name === "StopJobV2");
  for (const text of ["stopjobv2", "StopJob", "StopJobV2x"]) {
    await input.fill(text);
    await input.press("Enter");
    await expectTraces(page, beijing, () => false);
  }
});

test("Search By finds a resource by its id and by its name, Chinese ones too", async ({
  page,
  known: { beijing },
}) => {
  const some = beijing.traces.find((trace) => trace.service_type === "VPC");
  const id = await typeSearch(page, "Resource ID", ` ${some?.resource_id} `);
  await id.press("Enter");
  await expectTraces(page, beijing, (trace) => trace.resource_id === some?.resource_id);
  const name = await typeSearch(page, "Resource name", "缺陷检测 训练作业（第 7 版）");
  await expect(id).toBeHidden();
  await name.press("Enter");
  const both = await expectTraces(
    page,
    beijing,
    (trace) => trace.resource_name === "缺陷检测 训练作业（第 7 版）",
  );
  expect(both.map(({ time }) => time)).toEqual([both[0]?.time, both[0]?.time]);
  await choose(page, "Search By", "All filters");
  await expectTraces(page, beijing, isManagement);
});

test("Operator takes several users, each a chip that can be removed", async ({
  page,
  known: { beijing },
}) => {
  const [li, wang] = ["li.wei.peking", "wang.fang.peking"];
  await choose(page, "Operator", li);
  await page.getByRole("option", { name: wang }).click();
  await page.keyboard.press("Escape");
  const ofOperators = (users: string[]) => (trace: Trace) =>
    isManagement(trace) && users.includes(trace.user?.name ?? "");
  await expectTraces(page, beijing, ofOperators([li, wang]));
  const chip = operatorChip(page, li);
  await chip.getByRole("button").click();
  await expect(chip).toHaveCount(0);
  await expectTraces(page, beijing, ofOperators([wang]));
  await field(page, "Operator").press("Backspace");
  await expectTraces(page, beijing, isManagement);
});

test("Trace Status narrows to one status, and All shows unknown ones too", async ({
  page,
  known: { beijing },
}) => {
  for (const status of ["Normal", "Warning", "Incident"]) {
    await chooseStatus(page, status);
    await expectTraces(
      page,
      beijing,
      (trace) => isManagement(trace) && trace.trace_rating === status.toLowerCase(),
    );
  }
  await chooseStatus(page, "All trace statuses");
  const all = await expectTraces(page, beijing, isManagement);
  expect(all.map((trace) => trace.trace_rating)).toContain("critical");
});

test("all filters together list what every one of them lets through", async ({
  page,
  known: { beijing },
}) => {
  await page.getByRole("button", { name: "Last 1 week" }).click();
  await choose(page, "Trace Source", "ModelArts");
  await choose(page, "Resource Type", "JobV2");
  await choose(page, "Operator", "li.wei.peking");
  await page.getByRole("option", { name: "zhao.min.peking" }).click();
  await page.keyboard.press("Escape");
  await chooseStatus(page, "Warning");
  const input = await typeSearch(page, "Trace name", "CreateJobV2");
  await input.press("Enter");
  await expect(page).toHaveURL(/trace_name=CreateJobV2/);
  const found = await expectTraces(
    page,
    beijing,
    (trace) =>
      trace.service_type === "ModelArts" &&
      trace.resource_type === "JobV2" &&
      trace.trace_name === "CreateJobV2" &&
      ["li.wei.peking", "zhao.min.peking"].includes(trace.user?.name ?? "") &&
      trace.trace_rating === "warning",
  );
  expect(found.length).toBeGreaterThan(0);
  await expect(tracesRegion(page).getByRole("row")).toHaveCount(found.length + 1);
});
