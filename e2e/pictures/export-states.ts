import type { Page } from "@playwright/test";
import { openExport } from "../export-dialog.ts";

const id = "3f6c2f3a-5b1d-4d5c-9a53-0242ac110003";
const created = {
  export_id: id,
  file_name: "traces_cn-north-4_2026-05-30T02-00-00Z_2026-05-31T02-00-00Z.csv",
  total: 18_240,
};
/** How far the export of a picture is; its file is never fetched. */
const progress = {
  running: { state: "running", traces: 6_931, bytes: 4_812_003 },
  complete: { state: "complete", traces: 18_240, bytes: 12_664_218, sha256: "9f0c7a1e".repeat(8) },
  failed: { state: "failed", reason: "broken off", traces: 6_931, bytes: 4_812_003 },
  cancelled: { state: "cancelled", traces: 6_931, bytes: 4_812_003 },
} as const;

async function openAt(page: Page, state: keyof typeof progress): Promise<void> {
  await page.route(/\/exports(\?|\/|$)/, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith("/file")) return route.abort();
    const json = pathname.endsWith(id) ? { ...created, ...progress[state] } : created;
    return route.fulfill({ json });
  });
  const dialog = await openExport(page);
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().waitFor();
  await page.waitForTimeout(800);
}

/** The dialog of the export, from the list of some jobs: each opens it in one state. */
export function exportStates(openJobs: (page: Page) => Promise<void>) {
  const at = (state: keyof typeof progress) => async (page: Page) => {
    await openJobs(page);
    await openAt(page, state);
  };
  return {
    "export-choosing": async (page: Page) => {
      await openJobs(page);
      await openExport(page);
    },
    "export-running": at("running"),
    "export-complete": at("complete"),
    "export-failed": at("failed"),
    "export-cancelled": at("cancelled"),
  };
}
