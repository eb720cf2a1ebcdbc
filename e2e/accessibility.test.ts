import type { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";
import { axeOn } from "./axe-on.ts";
import { sampled, sampleOf } from "./exhaustive.ts";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import { signedOutState } from "./trace-server.ts";
import {
  expandRow,
  field,
  openFilters,
  openTraceList,
  rowsWith,
  traceListPath,
  viewTrace,
} from "./trace-list-page.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const notificationsPath = `/notifications?region=${beijing.region}&project=${beijing.project_id}`;

/** Where things have to fit, and where there is room for all. */
const telephone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

/**
 * The pages and their states, each opened as a person does. The first ten are looked at in every
 * run; of the others there are more of their kind among them, or in the tests of their pages.
 */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the list": async (page) => {
    await openTraceList(page, beijing, { range: "1h" });
    await expect(rowsWith(page, "critical")).toBeVisible();
  },
  "an expanded row": async (page) => {
    await openTraceList(page, beijing, { trace_name: "CreateJobV2" });
    await expandRow(page, rowsWith(page, "CreateJobV2").first());
  },
  "the dialog View Trace": async (page) => {
    await openTraceList(page, beijing, { trace_name: "CreateJobV2" });
    await viewTrace(page, rowsWith(page, "CreateJobV2").first());
  },
  "an open select": async (page) => {
    await openTraceList(page, beijing, { range: "1d", service_type: "VPC" });
    await openFilters(page);
    await field(page, "Trace Source").click();
    await expect(page.getByRole("option", { name: /ModelArts/ })).toBeVisible();
    await page.keyboard.press("ArrowDown");
  },
  "the calendar": async (page) => {
    await openTraceList(page, beijing, { trace_name: "CreateJobV2" });
    await page.getByRole("button", { name: "Customize" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "data traces and the procedure": async (page) => {
    await openTraceList(page, beijing, { range: "1w", trace_type: "data" });
    await page.getByRole("button", { name: "Procedure for Using CTS" }).click();
    await expect(page.getByText("1. Log in")).toBeVisible();
  },
  "an empty result": async (page) => {
    await openTraceList(page, beijing, { trace_name: "NoSuchTrace" });
    await expect(page.getByRole("heading", { name: "No traces found" })).toBeVisible();
  },
  "a failure": async (page) => {
    await page.route(/\/traces\?/, (route) => route.abort());
    await page.goto(traceListPath(beijing));
    await expect(page.getByRole("alert").first()).toContainText("could not be loaded");
  },
  "the trace structure": async (page) => {
    await page.goto("/trace-structure?region=cn-north-4");
    await expect(page.getByRole("heading", { name: "Trace Structure", level: 1 })).toBeVisible();
  },
  "the API reference": async (page) => {
    await page.goto("/api-reference");
    await page.getByText("/v3/{project_id}/tracker", { exact: true }).first().click();
    await expect(
      page.getByRole("region", { name: "Body, application/json" }).first(),
    ).toBeVisible();
  },
  "the saved views": async (page) => {
    await openTraceList(page, beijing, { trace_name: "CreateJobV2" });
    await page.getByRole("button", { name: "Saved views" }).click();
    await expect(page.getByText("No saved views yet.")).toBeVisible();
  },
  "no key event notifications": async (page) => {
    await page.goto(notificationsPath);
    await expect(page.getByRole("heading", { name: "No key event notifications" })).toBeVisible();
  },
  "the form of a key event notification": async (page) => {
    await page.goto(notificationsPath);
    await page.getByRole("button", { name: "Create Notification" }).click();
    await page.getByRole("radio", { name: "Chosen operations" }).check();
    await page.getByRole("button", { name: "Add Operations" }).click();
    await expect(page.getByLabel("Service type")).toHaveCount(2);
  },
  "the users": async (page) => {
    await page.goto("/users");
    await expect(page.getByRole("rowheader", { name: "admin" })).toBeVisible();
  },
  "the form for a user": async (page) => {
    await page.goto("/users");
    await page.getByRole("button", { name: "Add User" }).click();
    await field(page, "Project of role 1").click();
    await expect(page.getByRole("option", { name: "All projects" })).toBeVisible();
  },
  "the projects": async (page) => {
    await page.goto("/projects");
    await expect(page.getByRole("rowheader", { name: beijing.project_id })).toBeVisible();
  },
  "chosen operators": async (page) => {
    await openTraceList(page, beijing, { user: "li.wei.peking" });
    await openFilters(page);
    await field(page, "Operator").click();
    await expect(page.getByRole("option", { name: /zhao/ })).toBeVisible();
  },
  "the open region selector": async (page) => {
    await openTraceList(page, beijing, { trace_name: "CreateJobV2" });
    await field(page, "Region").click();
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
  },
  "an address that cannot be read": async (page) => {
    await page.goto(traceListPath(beijing, { from: "x", to: "1" }));
    await expect(page.getByRole("alert")).toContainText("cannot be read");
  },
};

/** Expects that axe finds nothing in the page as it is now. */
async function expectNothingFound(axe: AxeBuilder, where: string): Promise<void> {
  const { violations, incomplete } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary}`),
  );
  expect(found, `axe ${where}`).toEqual([]);
  // Text in the colour of its ground: axe only wonders whether it is hidden on purpose.
  const unseen = incomplete
    .filter(({ id }) => id === "color-contrast")
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) => any.some(({ message }) => message.includes("1:1 contrast ratio")))
    .map(({ html }) => html);
  expect(unseen, `unreadable text ${where}`).toEqual([]);
}

/** Expects that no page scrolls sideways. */
async function expectReflow(page: Page, width: number): Promise<void> {
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  // What is open moves to its place in the new width a moment later.
  await expect.poll(overflow, `sideways scrolling at ${width} px`).toBe(0);
}

/**
 * Expects, at both widths and in both themes, that axe finds nothing and no page scrolls sideways.
 *
 * @param checked the width at which axe looks at all, where it does not look at both
 */
async function expectAccessible(page: Page, checked = telephone): Promise<void> {
  const lookedAt = sampleOf([checked, checked === desktop ? telephone : desktop], 1);
  // As a desktop shows it that is magnified four times.
  await page.setViewportSize({ width: 320, height: 256 });
  await expectReflow(page, 320);
  for (const viewport of [telephone, desktop]) {
    await page.setViewportSize(viewport);
    if (lookedAt.includes(viewport)) {
      await expectNothingFound(axeOn(page).withTags(rules), `at ${viewport.width} px`);
    }
    await expectReflow(page, viewport.width);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator(":root")).toHaveAttribute("data-mantine-color-scheme", "dark");
  // Only the colours are others.
  const colours = axeOn(page).withRules("color-contrast");
  await expectNothingFound(colours, "in the dark theme");
  await page.emulateMedia({ colorScheme: "light" });
}

test.use({ viewport: telephone });

for (const [index, [state, open]] of sampleOf(Object.entries(states), 10).entries()) {
  test(
    `axe finds nothing in ${state}, on a telephone and on a desktop, light and dark`,
    sampled,
    async ({ page }) => {
      await open(page);
      await expectAccessible(page, index % 2 === 0 ? telephone : desktop);
    },
  );
}

test.describe("signed out", () => {
  test.use({ storageState: signedOutState });

  test("axe finds nothing in the sign-in, nor in its refusal", sampled, async ({ page }) => {
    await page.goto("/");
    await expect(page.getByLabel("User")).toBeFocused();
    await expectAccessible(page);
    await page.getByLabel("User").fill("nobody");
    await page.getByLabel("Password", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).not.toBeEmpty();
    await expectAccessible(page);
  });
});
