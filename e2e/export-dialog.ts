import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Download, type Locator, type Page, expect } from "@playwright/test";

/** What is chosen in the dialog of the export; what is not named stays as it is at first. */
export interface ExportChoice {
  readonly format?: "CSV" | "XLSX" | "NDJSON";
  readonly columns?: "As in the table" | "All fields";
}

/** Opens the dialog of the export and chooses. */
export async function openExport(page: Page, choice: ExportChoice = {}): Promise<Locator> {
  await page.getByRole("search").getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export traces" });
  await expect(dialog).toBeVisible();
  const { format, columns } = choice;
  if (format !== undefined) await dialog.getByRole("radio", { name: format, exact: true }).check();
  if (columns !== undefined) await dialog.getByRole("radio", { name: columns }).check();
  return dialog;
}

/** Begins the export that is chosen. */
export async function beginExport(page: Page, dialog: Locator): Promise<Download> {
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  return download;
}

/** A file that was exported, and what the page says of it. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly dialog: Locator;
}

/** Exports the list on the screen to its end. */
export async function exportFile(page: Page, choice: ExportChoice = {}): Promise<ExportedFile> {
  const dialog = await openExport(page, choice);
  const download = await beginExport(page, dialog);
  const bytes = await readFile(await download.path());
  await expect(dialog.getByRole("status").first()).toHaveText("The export is complete.");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name: download.suggestedFilename(), bytes, sha256, dialog };
}
