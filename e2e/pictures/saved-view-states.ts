import type { Locator, Page } from "@playwright/test";
import type { SavedView } from "@trace-console/contracts/saved-view-api";
import { chooseStatus, waitForTraces } from "../trace-list-page.ts";

function view(name: string, more: Partial<SavedView> = {}): SavedView {
  return {
    view_id: name.replaceAll(" ", "-"),
    name,
    owner: "demo",
    is_shared: false,
    is_own: true,
    may_change: true,
    state: { filter: { trace_type: "system" }, range: { preset: "1d" } },
    ...more,
  };
}

const failures = view("Failed training jobs", {
  is_shared: true,
  state: {
    filter: { trace_type: "system", service_type: ["ModelArts"], resource_type: ["JobV2"] },
    range: { preset: "1w" },
  },
});
const some = [
  failures,
  view("Night shift"),
  view("What li.wei did in the notebooks of the research project this week"),
  view("Deleted by others", { owner: "vera", is_own: false, is_shared: true, may_change: false }),
];

/** Opens the list with these views, from the first of them if it is told so, and then the panel. */
async function openPanel(
  page: Page,
  openJobs: (page: Page) => Promise<void>,
  views: readonly SavedView[],
): Promise<Locator> {
  await page.route(/\/projects\/[^/]+\/saved-views/, (route) =>
    route.request().method() === "GET"
      ? route.fulfill({ json: { views } })
      : route.fulfill({
          status: 409,
          json: {
            error_code: "TC.0409",
            error_msg: "There is a saved view Failed training jobs already: choose another name.",
          },
        }),
  );
  await openJobs(page);
  await opener(page).click();
  return page.getByRole("dialog", { name: /^Saved views/ });
}

function opener(page: Page): Locator {
  return page.getByRole("main").getByRole("button", { name: /^Saved views/ });
}

async function openChanged(page: Page, openJobs: (page: Page) => Promise<void>): Promise<void> {
  const panel = await openPanel(page, openJobs, some);
  await panel.getByRole("button").filter({ hasText: failures.name }).first().click();
  await waitForTraces(page);
  await chooseStatus(page, "Warning");
  await opener(page).click();
}

/** The panel of the saved views, in each of its states. */
export function savedViewStates(openJobs: (page: Page) => Promise<void>) {
  return {
    "views-none": async (page: Page) => {
      await openPanel(page, openJobs, []);
    },
    "views-some": async (page: Page) => {
      await openPanel(page, openJobs, some);
    },
    "views-changed": (page: Page) => openChanged(page, openJobs),
    "views-name-taken": async (page: Page) => {
      const panel = await openPanel(page, openJobs, some);
      await panel.getByRole("button", { name: "Save this view…" }).click();
      await panel.getByLabel("Name").fill(failures.name);
      await page.keyboard.press("Enter");
      await panel.getByRole("alert").waitFor();
    },
    "views-deleting": async (page: Page) => {
      const panel = await openPanel(page, openJobs, some);
      await panel.getByRole("button", { name: `Delete ${failures.name}` }).click();
    },
  };
}
