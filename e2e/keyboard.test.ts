import { expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { test } from "./imported-test.ts";
import { tabTo } from "./tab-to.ts";
import { signedOutState } from "./trace-server.ts";
import { expectTraces, field, tracesRegion, waitForTraces } from "./trace-list-page.ts";

test.use({ storageState: signedOutState });

test("from the sign-in to the structure of a trace and back without a mouse", async ({
  page,
  server,
  known: { beijing },
}) => {
  const { keyboard } = page;
  await test.step("sign in", async () => {
    await page.goto("/");
    await expect(page.getByLabel("User")).toBeFocused();
    await keyboard.type(server.credentials.user);
    await keyboard.press("Tab");
    await keyboard.type(server.credentials.password);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Trace List" })).toBeFocused();
    await waitForTraces(page);
  });

  await test.step("skip to the content, and go back to choose a region", async () => {
    await page.goto("/trace-list");
    await waitForTraces(page);
    await tabTo(page, page.getByRole("link", { name: "Skip to main content" }));
    await keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.reload();
    await waitForTraces(page);
    await tabTo(page, field(page, "Region"));
    await keyboard.press("ArrowDown");
    await keyboard.type("cn-north-4");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/region=cn-north-4/);
  });

  const isWanted = (trace: Trace) =>
    trace.service_type === "ModelArts" &&
    trace.trace_rating === "normal" &&
    trace.user?.name === "li.wei.peking" &&
    trace.trace_name === "CreateJobV2";
  await test.step("filter", async () => {
    await tabTo(page, page.getByRole("button", { name: "Last 1 week" }));
    await keyboard.press("Space");
    await expect(page).toHaveURL(/range=1w/);
    await tabTo(page, field(page, "Trace Source"));
    await keyboard.press("ArrowDown");
    await keyboard.type("ModelArts");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/service_type=ModelArts/);
    await tabTo(page, field(page, "Search By"));
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await tabTo(page, field(page, "Trace name"));
    await keyboard.type("CreateJobV2");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/trace_name=CreateJobV2/);
    await tabTo(page, field(page, "Operator"));
    await keyboard.press("ArrowDown");
    await keyboard.type("li.wei");
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await expect(page).toHaveURL(/user=li\.wei\.peking/);
    await tabTo(page, page.getByRole("radio", { name: "All trace statuses" }));
    await keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/trace_rating=normal/);
    await tabTo(page, page.getByRole("button", { name: "Query" }));
    await keyboard.press("Enter");
    const found = await expectTraces(page, beijing, isWanted);
    expect(found.length).toBeGreaterThan(0);
  });

  const row = tracesRegion(page).getByRole("row").nth(1);
  await test.step("expand", async () => {
    const arrow = row.getByRole("button", { name: "Details of CreateJobV2" });
    await tabTo(page, arrow);
    await keyboard.press("Enter");
    await expect(tracesRegion(page).getByRole("term").first()).toHaveText("trace_id");
    await keyboard.press("Enter");
    await expect(tracesRegion(page).getByRole("term")).toHaveCount(0);
    await expect(arrow).toBeFocused();
  });

  await test.step("view, and return to where one was", async () => {
    const link = row.getByRole("button", { name: "View Trace" });
    await tabTo(page, link);
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "View Trace" });
    await expect(dialog).toBeVisible();
    // The focus goes around within the dialog.
    for (let presses = 0; presses < 8; presses++) {
      await expect(dialog.locator(":focus")).toHaveCount(1);
      await keyboard.press("Tab");
    }
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
  });
});
