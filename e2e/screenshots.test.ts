import { join } from "node:path";
import { type Page, expect } from "@playwright/test";
import { demoProjects } from "@trace-console/contracts/demo";
import { test } from "./demo-test.ts";
import { totalLine, viewTrace, waitForTraces } from "./trace-list-page.ts";

/** Where the pictures go; `npm run screenshots` names the folder that the README shows. */
const folder =
  process.env["SCREENSHOTS_DIR"] || join(import.meta.dirname, "..", "test-results", "screenshots");

test.use({ viewport: { width: 1440, height: 900 } });

async function openDemo(page: Page): Promise<void> {
  const { region = "", project_id = "" } = demoProjects[0] ?? {};
  const params = new URLSearchParams({
    region,
    project: project_id,
    range: "1d",
    service_type: "ModelArts",
    resource_type: "JobV2",
  });
  await page.goto(`/trace-list?${params}`);
  await waitForTraces(page);
  await expect(totalLine(page)).toContainText("traces");
}

async function takePicture(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({
    path: join(folder, `${name}.png`),
    animations: "disabled",
    caret: "hide",
  });
  expect(picture.length).toBeLessThan(250_000);
}

test("the three pictures of the README are taken from the demo", async ({ page }) => {
  await openDemo(page);
  await takePicture(page, "trace-list");

  const row = page.getByRole("row").filter({ hasText: "CreateJobV2" }).filter({ hasText: "." });
  const arrow = row.first().getByRole("button", { name: "Details of CreateJobV2" });
  await arrow.scrollIntoViewIfNeeded();
  await arrow.click();
  await expect(page.getByRole("term").first()).toHaveText("trace_id");
  await page.mouse.move(0, 0);
  await takePicture(page, "expanded-row");

  await arrow.click();
  await viewTrace(page, row.first());
  await page.mouse.move(0, 0);
  await takePicture(page, "view-trace");
});
