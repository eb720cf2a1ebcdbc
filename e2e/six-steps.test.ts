import { expect } from "@playwright/test";
import { demoUser } from "@trace-console/contracts/demo";
import { test } from "./demo-test.ts";
import { signedOutState } from "./trace-server.ts";
import { choose, signIn } from "./trace-list-page.ts";

test.use({ storageState: signedOutState });

test("the six steps of the guide lead from the sign-in to the structure of a trace", async ({
  page,
}) => {
  await test.step("1. log in to the console", async () => {
    await page.goto("/");
    await signIn(page, { user: demoUser.name, password: demoUser.password });
    await expect(page.getByRole("button", { name: "Account: demo" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Trace List" })).toBeVisible();
  });

  await test.step("2. select a region in the upper left corner", async () => {
    await choose(page, "Region", "CN North-Beijing4");
    await expect(page.getByRole("combobox", { name: "Region" })).toHaveValue("CN North-Beijing4");
  });

  await test.step("3. choose Trace List in the navigation on the left", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Trace List" }).click();
    await expect(page.getByRole("heading", { name: "Trace List", level: 1 })).toBeVisible();
  });

  await test.step("4. specify filters: a combination of all that there are", async () => {
    await page.getByRole("button", { name: "Last 1 day" }).click();
    await choose(page, "Trace Source", "ModelArts");
    await choose(page, "Resource Type", "JobV2");
    await choose(page, "Search By", "Trace name");
    await page.getByRole("combobox", { name: "Trace name" }).fill("CreateJobV2");
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: "Normal" }).click();
    await page.getByRole("button", { name: "Query" }).click();
  });

  const traces = page.getByRole("region", { name: "Traces" });
  const first = traces.getByRole("row").filter({ hasText: "CreateJobV2" }).first();
  await expect(first.getByRole("cell")).toContainText([
    "",
    "CreateJobV2",
    "JobV2",
    "ModelArts",
    "",
    "",
    "normal",
    "",
    "GMT+08:00",
    "View Trace",
  ]);

  await test.step("5. expand a trace on its left", async () => {
    await first.getByRole("button", { name: "Details of CreateJobV2" }).click();
    const details = traces.getByRole("row").filter({ has: page.getByRole("term") });
    await expect(details.getByRole("term").first()).toHaveText("trace_id");
    await expect(details).toContainText("service_typeModelArts");
  });

  await test.step("6. view the trace structure in the dialog View Trace", async () => {
    await first.getByRole("button", { name: "View Trace" }).click();
    const dialog = page.getByRole("dialog", { name: "View Trace" });
    await expect(dialog).toContainText('"trace_name": "CreateJobV2"');
    await expect(dialog).toContainText('"resource_type": "JobV2"');
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});
