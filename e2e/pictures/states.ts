import { type Page, expect } from "@playwright/test";
import { demoProjects } from "@trace-console/contracts/demo";
import {
  choose,
  expandRow,
  openFilters,
  openTraceList,
  rowsWith,
  signIn,
  tracesRegion,
  viewTrace,
} from "../trace-list-page.ts";
import { exportStates } from "./export-states.ts";
import { savedViewStates } from "./saved-view-states.ts";

const { region = "", project_id = "" } = demoProjects[0] ?? {};
const project = { region, project_id, regionName: "", marker: "" };
const scope = new URLSearchParams({ region, project: project_id });
const jobs = { range: "1d", resource_type: "JobV2", service_type: "ModelArts" };
const pages = /\/api\/projects\/[^/]+\/traces\?/;
/** A request that nobody answers while the picture is taken. */
const never = () => new Promise<void>(() => {});

/** A row that is worth to be looked at: somebody created a job. */
function jobRow(page: Page) {
  return tracesRegion(page).getByRole("row").filter({ hasText: "CreateJobV2" }).first();
}

async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(`/${path}?${scope}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
}

async function openJobs(page: Page): Promise<void> {
  await openTraceList(page, project, jobs);
  await page.waitForLoadState("networkidle");
}

/** Each state of each page, opened as a person does; signed in, unless its name says otherwise. */
export const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: openJobs,
  "list-week": (page) => openTraceList(page, project, { range: "1w" }),
  "list-data": (page) => openTraceList(page, project, { range: "1w", trace_type: "data" }),
  "list-empty": async (page) => {
    await openTraceList(page, project, { ...jobs, user: "nobody" });
    await expect(tracesRegion(page)).toContainText("Without Operator");
  },
  "list-loading": async (page) => {
    await page.route(pages, never);
    await page.goto(`/trace-list?${scope}`);
    await expect(tracesRegion(page)).toContainText("Loading traces…");
  },
  "list-slow-counts": async (page) => {
    await page.route(/\/(totals|facets|histogram)\?/, never);
    await openTraceList(page, project, jobs);
    await expect(page.getByText("Counting…").first()).toBeVisible();
  },
  "list-offline": async (page) => {
    await page.route("**/api/projects/**", (route) => route.abort("connectionrefused"));
    await page.goto(`/trace-list?${scope}`);
    await expect(page.getByRole("alert").first()).toBeVisible();
  },
  "list-error": async (page) => {
    const json = { error_code: "CTS.0005", error_msg: "Reading the traces failed." };
    const headers = { "X-Request-Id": "9f0c7a1e-5b1d-4d5c-9a53-0242ac110003" };
    await page.route(pages, (route) => route.fulfill({ status: 500, headers, json }));
    await page.goto(`/trace-list?${scope}`);
    await expect(page.getByRole("alert").first()).toContainText("Reading the traces failed.");
  },
  "list-bad-address": async (page) => {
    await page.goto(`/trace-list?${scope}&from=x&to=1`);
    await expect(page.getByRole("alert")).toContainText("cannot be read");
  },
  "list-no-project": async (page) => {
    await page.goto("/trace-list?region=eu-west-0");
    await expect(page.getByRole("heading", { name: /^No project of yours/ })).toBeVisible();
  },
  "list-expired-link": async (page) => {
    const old = { from: "1700000000000", to: "1700000600000", trace: "expired" };
    await page.goto(`/trace-list?${scope}&${new URLSearchParams(old)}`);
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "list-expanded": async (page) => {
    await openJobs(page);
    await expandRow(page, jobRow(page));
    await page.waitForLoadState("networkidle");
  },
  "list-compared": async (page) => {
    await openTraceList(page, project, { range: "1w", trace_name: "StopJobV2" });
    await expandRow(page, rowsWith(page, "StopJobV2").first());
    await page
      .getByRole("button", { name: /^Compare with/ })
      .first()
      .click();
    await expect(page.getByText("Comparing…")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
  },
  "list-dialog": async (page) => {
    await openJobs(page);
    await viewTrace(page, jobRow(page));
  },
  "list-dialog-unfolded": async (page) => {
    await openJobs(page);
    const dialog = await viewTrace(page, jobRow(page));
    await dialog.getByText("Unfolded", { exact: true }).click();
    await dialog.getByLabel("Search in this trace").fill("name");
  },
  "list-cell-menu": async (page) => {
    await openJobs(page);
    const cell = jobRow(page).locator("td[data-field=user]");
    await cell.hover();
    await cell.getByRole("button", { name: /^Filter by/ }).click();
    await expect(page.getByRole("menu")).toBeVisible();
  },
  "list-columns": async (page) => {
    await openJobs(page);
    await page.getByRole("button", { name: "Columns", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "list-brush": async (page) => {
    await openTraceList(page, project, { range: "1w" });
    const bars = page.getByRole("group", { name: "Bars over time" });
    const { x, y, width, height } = (await bars.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(x + width * 0.3, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height / 2, { steps: 4 });
  },
  "list-histogram-table": async (page) => {
    await openJobs(page);
    await page.getByRole("button", { name: "Show as table" }).click();
  },
  "list-live": async (page) => {
    await openTraceList(page, project, { range: "1h" });
    await page.getByRole("button", { name: "Live", exact: true }).click();
    await jobRow(page).or(tracesRegion(page).getByRole("row").nth(2)).first().hover();
    await tracesRegion(page)
      .getByRole("button", { name: /^Details of/ })
      .first()
      .click();
    const waiting = page.getByRole("button", { name: /^\d+ new traces?$/ });
    await expect(waiting).toBeVisible({ timeout: 25_000 });
  },
  "list-text-search": (page) => openTraceList(page, project, { range: "1w", text: "resnet" }),
  "list-chips": (page) =>
    openTraceList(page, project, {
      range: "1w",
      not_user: "li.wei",
      not_trace_name: "CreateJobV2",
      tracker_name: "system",
    }),
  "list-source-menu": async (page) => {
    await openJobs(page);
    await openFilters(page);
    await page.getByRole("combobox", { name: "Trace Source" }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "list-operator-menu": async (page) => {
    await openJobs(page);
    await openFilters(page);
    await page.getByRole("combobox", { name: "Operator" }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "list-region-menu": async (page) => {
    await openJobs(page);
    await page.getByRole("combobox", { name: "Region" }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "list-calendar": async (page) => {
    await openJobs(page);
    await page.getByRole("button", { name: "Customize" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "list-copy-as": async (page) => {
    await openJobs(page);
    await page.getByRole("search").getByRole("button", { name: "Copy as" }).click();
    await expect(page.getByRole("dialog", { name: "Copy as" })).toBeVisible();
  },
  "list-procedure": async (page) => {
    await openJobs(page);
    await page.getByRole("button", { name: "Procedure for Using CTS" }).click();
  },
  "list-appearance": async (page) => {
    await openJobs(page);
    await page.getByRole("button", { name: "Language and appearance" }).click();
  },
  "list-account-menu": async (page) => {
    await openJobs(page);
    await page.getByRole("button", { name: "Account: demo" }).click();
  },
  "list-keyboard-help": async (page) => {
    await openJobs(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  overview: async (page) => {
    await page.goto(`/overview?${scope}&range=1w`);
    await expect(page.locator('main section[aria-busy="false"]')).toHaveCount(7);
  },
  "overview-counting": async (page) => {
    await page.route(/\/addresses\?/, never);
    await page.goto(`/overview?${scope}&range=1w`);
    await expect(page.locator('main section[aria-busy="false"]')).toHaveCount(6);
  },
  ...exportStates(openJobs),
  ...savedViewStates(openJobs),
  trackers: (page) => openPage(page, "tracker-list"),
  notifications: (page) => openPage(page, "notifications"),
  "notification-form": async (page) => {
    await openPage(page, "notifications");
    await page.getByRole("button", { name: "Create Notification" }).click();
    await page.getByRole("radio", { name: "Chosen operations" }).check();
  },
  "trace-structure": (page) => openPage(page, "trace-structure"),
  "api-reference": (page) => openPage(page, "api-reference"),
  users: (page) => openPage(page, "users"),
  "user-form": async (page) => {
    await openPage(page, "users");
    await page.getByRole("button", { name: "Add User" }).click();
    await choose(page, "Project of role 1", "All projects");
  },
  projects: (page) => openPage(page, "projects"),
  account: (page) => openPage(page, "account"),
  "not-found": (page) => openPage(page, "no-such-page"),
  "signed-out": async (page) => {
    await page.goto("/");
    await expect(page.getByLabel("User")).toBeFocused();
  },
  "signed-out-refused": async (page) => {
    await page.goto("/");
    await signIn(page, { user: "nobody", password: "wrong" });
    await expect(page.getByRole("alert").last()).toContainText("wrong");
  },
};
