import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { expect } from "@playwright/test";
import { beginExport, openExport } from "./export-dialog.ts";
import { beijing } from "./known-projects.ts";
import { test } from "./large-test.ts";
import { openTraceList } from "./trace-list-page.ts";

test.beforeEach(async ({ page, server }) => {
  server.setSpeed(Infinity);
  await openTraceList(page, beijing);
  // An export takes some seconds.
  server.setSpeed(6e6);
});

test("an export tells how far it is, goes on when its dialog is closed, and ends whole", async ({
  page,
}) => {
  const dialog = await openExport(page, { format: "NDJSON" });
  const download = await beginExport(page, dialog);
  const bar = dialog.getByRole("progressbar", { name: "Progress of the export" });
  await expect(bar).toHaveAttribute("value", /^[1-9]\d?$/);
  await expect(dialog.getByText(/^\d+ of 4\d traces, [\d.]+ MB$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  const button = page.getByRole("search").getByRole("button", { name: /^Export \d+ %$/ });
  await expect(button).toBeVisible();

  const hash = createHash("sha256");
  await pipeline(createReadStream(await download.path()), hash);
  await page.getByRole("search").getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog.getByText("The export is complete.")).toBeVisible();
  await expect(dialog.getByRole("definition").last()).toHaveText(hash.digest("hex"));
});

test("an export that is cancelled leaves no file that looks whole", async ({ page }) => {
  const dialog = await openExport(page, { format: "NDJSON" });
  const download = await beginExport(page, dialog);
  await expect(dialog.getByRole("progressbar")).toHaveAttribute("value", /^[1-9]\d?$/);
  await dialog.getByRole("button", { name: "Cancel export" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The export was cancelled after");
  expect(await download.failure()).not.toBeNull();
  // Another one can follow.
  await dialog.getByRole("button", { name: "New export" }).click();
  await expect(dialog.getByRole("radiogroup", { name: "Format" })).toBeVisible();
});

test("a download that the browser ends is told as broken off", async ({ page }) => {
  const dialog = await openExport(page, { format: "NDJSON" });
  const download = await beginExport(page, dialog);
  await expect(dialog.getByRole("progressbar")).toHaveAttribute("value", /^[1-9]\d?$/);
  await download.cancel();
  await expect(dialog.getByRole("alert")).toContainText("The download was broken off");
});

test("an export that is refused is told in its dialog, and can be tried again", async ({
  page,
}) => {
  const dialog = await openExport(page, { format: "NDJSON" });
  // As many exports as one user may have go on at once, of which nobody reads more than the first bytes.
  await page.evaluate(async (path) => {
    await Promise.all(Array.from({ length: 2 }, () => fetch(path)));
  }, `/api/projects/${beijing.project_id}/export.ndjson?from=0&to=${Date.now()}`);
  const action = dialog.getByRole("button", { name: "Export", exact: true });
  await action.click();
  await expect(dialog.getByRole("alert")).toHaveText(
    "2 of your exports are under way already. Wait a moment, then repeat the request.",
  );
  await expect(action).toBeEnabled();
});
