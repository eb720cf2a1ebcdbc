import { type Locator, type Page, expect } from "@playwright/test";
import { traceUserSchema } from "@trace-console/contracts/trace";
import { test } from "./demo-test.ts";
import { beijing } from "./known-projects.ts";
import { expandRow, openTraceList, rowsWith, tracesRegion } from "./trace-list-page.ts";

/** The first project of the demo. */
const demo = { ...beijing, project_id: "11111111111111111111111111110004" };

/** Expands a row. @returns the line above its fields, and what the fields say. */
async function expand(page: Page, row: Locator) {
  const fields = new Map(await expandRow(page, row));
  const arrow = row.getByRole("button", { name: /^Details of/ });
  const id = await arrow.getAttribute("aria-controls");
  const resource = [fields.get("resource_name"), fields.get("resource_id")].find(
    (text) => text !== undefined && text !== "" && text !== "-",
  );
  return {
    sentence: page.locator(`[id="${id}"]`).getByRole("paragraph").first(),
    operator: traceUserSchema.parse(JSON.parse(fields.get("user") ?? "{}")).name ?? "",
    isFromConsole: fields.get("trace_type") === "ConsoleAction",
    resource,
    code: fields.get("code") ?? "",
  };
}

test("an expanded row begins with what was done, and follows the language", async ({ page }) => {
  const filter = { trace_name: "CreateJobV2", trace_rating: "normal" };
  await openTraceList(page, demo, { range: "1w", ...filter });
  const row = rowsWith(page, "CreateJobV2").first();
  const { sentence, operator, isFromConsole, resource } = await expand(page, row);
  const english = resource === undefined ? "a training job" : `training job ${resource}`;
  const from = isFromConsole ? "from the console" : "by API";
  await expect(sentence).toHaveText(`${operator} created ${english} ${from}`);

  // As if it were chosen in another tab.
  await page.evaluate(() => {
    const key = "trace-console.preferences";
    localStorage.setItem(key, JSON.stringify({ language: "zh" }));
    window.dispatchEvent(new StorageEvent("storage", { key }));
  });
  const chinese = resource === undefined ? "训练作业" : `训练作业 ${resource}`;
  const through = isFromConsole ? "通过控制台" : "通过API";
  await expect(sentence).toHaveText(`${operator} ${through}创建了${chinese}`);
});

test("what did not work is told as tried, with its code", async ({ page }) => {
  const filter = { trace_name: "CreateJobV2", trace_rating: "warning" };
  await openTraceList(page, demo, { range: "1w", ...filter });
  const row = rowsWith(page, "CreateJobV2").first();
  const { sentence, operator, isFromConsole, resource, code } = await expand(page, row);
  const job = resource === undefined ? "a training job" : `training job ${resource}`;
  const from = isFromConsole ? "from the console" : "by API";
  await expect(sentence).toHaveText(`${operator} failed to create ${job} ${from} (code ${code})`);
});

test("what nobody did was done by the system", async ({ page }) => {
  const filter = { trace_name: "importSamplesToDataset", trace_rating: "normal" };
  await openTraceList(page, demo, { range: "1w", ...filter });
  const noOperator = page.locator("td:nth-child(8):empty");
  const row = tracesRegion(page).locator("tr").filter({ has: noOperator }).first();
  const { sentence, resource } = await expand(page, row);
  const dataset = resource === undefined ? "a dataset" : `dataset ${resource}`;
  await expect(sentence).toHaveText(`The system imported samples into ${dataset}`);
});

test("an operation of another service is told by its name", async ({ page }) => {
  await openTraceList(page, demo, { range: "1w", service_type: "IAM", trace_name: "logout" });
  const row = rowsWith(page, "logout").first();
  const { sentence, operator, resource } = await expand(page, row);
  const user = resource === undefined ? "user" : `user ${resource}`;
  await expect(sentence).toHaveText(`${operator} performed logout on ${user} from the console`);
});
