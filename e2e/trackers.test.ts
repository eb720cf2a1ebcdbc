import { expect } from "@playwright/test";
import { axeOn } from "./axe-on.ts";
import { test } from "./demo-test.ts";
import { singapore } from "./known-projects.ts";
import { openTraceList, waitForTraces } from "./trace-list-page.ts";

test("disabling CTS is asked about, said above the Trace List, and undone", async ({ page }) => {
  const ofDemo = { ...singapore, project_id: "11111111111111111111111111110003" };
  await openTraceList(page, ofDemo, { range: "1w" });
  const notice = page.getByText("CTS is disabled");
  await expect(notice).toBeHidden();

  await page.getByRole("link", { name: "Tracker List" }).click();
  await expect(page.getByRole("heading", { name: "Tracker List" })).toBeVisible();
  const row = page.getByRole("row", { name: /system/ });
  await expect(row).toContainText("Enabled");
  expect((await axeOn(page).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Disable system" }).click();
  const question = page.getByRole("dialog", { name: "Disable system?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(row).toContainText("Enabled");
  await page.getByRole("button", { name: "Disable system" }).click();
  await question.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(row).toContainText("Disabled");

  await page.getByRole("link", { name: "Trace List" }).click();
  await expect(notice).toBeVisible();
  await notice.getByRole("link", { name: "Tracker List" }).click();
  await page.getByRole("button", { name: "Enable system" }).click();
  await expect(row).toContainText("Enabled");
  await page.getByRole("link", { name: "Trace List" }).click();
  await waitForTraces(page);
  await expect(notice).toBeHidden();
});
