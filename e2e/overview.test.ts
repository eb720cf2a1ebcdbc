import { expect } from "@playwright/test";
import { facetsSchema } from "@trace-console/contracts/console-api";
import {
  card,
  cards,
  countIn,
  countOf,
  day,
  expectAccessible,
  follow,
  numbers,
  openOverview,
  project_id,
  region,
  test,
  totalAt,
  waitForCards,
} from "./overview-page.ts";
import { sampled, sampleOf } from "./exhaustive.ts";
import { tabTo } from "./tab-to.ts";
import { totalLine, waitForTraces } from "./trace-list-page.ts";

for (const range of ["1d", "1w"] as const) {
  test(`${range}: every number is the total of the list that it leads to`, async ({ page }) => {
    await openOverview(page, { range });
    const more = await page.getByRole("button", { name: /^Show all/ }).all();
    // The last one first: a button that was pressed is called otherwise.
    for (const button of more.toReversed()) await button.click();
    const found = await numbers(page.getByRole("main")).evaluateAll((links) =>
      links.map((link) => ({ path: link.getAttribute("href") ?? "", text: link.textContent })),
    );
    expect(found.length).toBeGreaterThan(40);
    for (const { path, text } of found) {
      expect(await totalAt(page, path), path).toBe(countIn(text));
    }
  });
}

for (const name of ["totals", "failures", "operators", "endings", "heatMap"] as const) {
  test(
    `the numbers of "${cards[name]}" lead to just these traces, and Back leads here`,
    sampled,
    async ({ page }) => {
      await openOverview(page);
      const url = page.url();
      const links = numbers(card(page, name));
      const [first, ...others] = sampleOf([0, 1, 4, 2, 3], 2);
      await follow(page, links.nth(first ?? 0));
      const count = await links.count();
      for (const index of others) if (index < count) await follow(page, links.nth(index));
      expect(page.url()).toBe(url);
    },
  );
}

test("the numbers of all cards agree with each other", async ({ page }) => {
  await openOverview(page);
  const totals = await numbers(card(page, "totals")).allTextContents();
  const hours = await numbers(card(page, "heatMap")).allTextContents();
  const allFailures = card(page, "failures").getByRole("link", { name: /^All / });
  const sum = hours.reduce((total, text) => total + countIn(text), 0);
  expect(totals.map(countIn)).toEqual([sum, await countOf(allFailures)]);

  const table = card(page, "operators").getByRole("table");
  const operators = card(page, "totals").getByRole("link", { name: /Operators/ });
  await card(page, "operators")
    .getByRole("button", { name: /^Show all/ })
    .click();
  await expect(table.getByRole("rowheader")).toHaveCount(await countOf(operators));
  await operators.click();
  await expect(page).toHaveURL(/#overview-operators$/);
  await expect(card(page, "operators").getByRole("heading")).toBeInViewport();
});

test("the newest jobs that ended are told as sentences, and each leads to its trace", async ({
  page,
}) => {
  await openOverview(page);
  const lines = card(page, "endings").getByRole("listitem");
  await expect(lines).toHaveCount(4);
  for (const text of await lines.getByRole("paragraph").allTextContents()) {
    expect(text).toMatch(/(deleted|stopped|failed to (delete|stop)) .*job/);
  }
  await lines.first().getByRole("link").click();
  await waitForTraces(page);
  await expect(totalLine(page)).toHaveText(/^[1-9]\d* traces?$/);
});

test("who was not seen in the six days before is told, with the traces of the last day", async ({
  page,
}) => {
  await openOverview(page);
  const to = Number(new URL(page.url()).searchParams.get("to"));
  const path = `/api/projects/${project_id}/facets`;
  const lastDay = `from=${to - day}&to=${to}&service_type=ModelArts`;
  const reply = await page.request.get(`${path}?${lastDay}`);
  const newcomer = facetsSchema.parse(await reply.json()).facets.user[0]?.value ?? "";
  await page.route(/\/facets\?/, async (route) => {
    const params = new URL(route.request().url()).searchParams;
    if (params.get("to") !== String(to - day)) return route.continue();
    expect(params.get("from")).toBe(String(to - 7 * day));
    const response = await route.fetch();
    const { facets } = facetsSchema.parse(await response.json());
    const user = facets.user.filter(({ value }) => value !== newcomer);
    return route.fulfill({ response, json: { facets: { ...facets, user } } });
  });
  await page.reload();
  await waitForCards(page);
  await expect(card(page, "firstSeen")).toContainText("not seen in the six days before");
  const row = card(page, "firstSeen").getByRole("row").filter({ hasText: newcomer });
  await follow(page, numbers(row.first()).first());
});

test("the address holds the range: reload shows the same, Refresh the present", async ({
  page,
}) => {
  await openOverview(page);
  await expect(page).toHaveURL(/range=1w&to=\d+$/);
  const week = page.url();
  const before = await numbers(page.getByRole("main")).allTextContents();
  await page.reload();
  await waitForCards(page);
  expect(page.url()).toBe(week);
  expect(await numbers(page.getByRole("main")).allTextContents()).toEqual(before);

  await page.getByRole("button", { name: "Last 1 day" }).click();
  await expect(page).toHaveURL(/range=1d/);
  await waitForCards(page);
  await expect(card(page, "heatMap").getByRole("row")).toHaveCount(3);
  await page.goBack();
  await expect(page).toHaveURL(week);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page).not.toHaveURL(week);
  await expect(page).toHaveURL(/range=1w/);
});

test("what one request fails to bring leaves the other cards, and Retry brings it", async ({
  page,
}) => {
  await page.route(/\/histogram\?/, (route) => route.abort());
  await openOverview(page);
  const failed = card(page, "heatMap");
  await expect(failed.getByRole("alert")).toContainText(
    "This could not be loaded. The service cannot be reached.",
  );
  await expect(page.getByRole("alert")).toHaveCount(1);
  for (const name of ["totals", "failures", "operators", "endings"] as const) {
    await expect(numbers(card(page, name)).first()).toBeVisible();
  }
  await page.unroute(/\/histogram\?/);
  await failed.getByRole("button", { name: "Retry" }).click();
  await expect(failed.getByRole("heading")).toBeFocused();
  await expect(numbers(failed).first()).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("nothing moves while the cards load", async ({ page }) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/(facets|histogram|traces|addresses)\?/, async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(`/overview?${new URLSearchParams({ region, project: project_id })}`);
  const sections = page.getByRole("main").locator("section");
  await expect(sections).toHaveCount(Object.keys(cards).length);
  const places = () =>
    sections.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  const before = await places();
  resolve();
  await waitForCards(page);
  expect(await places()).toEqual(before);
});

test("by keyboard: from the navigation to an hour and its traces", async ({ page }) => {
  const { keyboard } = page;
  await page.goto(`/trace-list?${new URLSearchParams({ region, project: project_id })}`);
  await waitForTraces(page);
  await tabTo(page, page.getByRole("link", { name: "Overview" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeFocused();
  await waitForCards(page);
  await tabTo(page, numbers(card(page, "totals")).first());

  const heatMap = card(page, "heatMap");
  const stop = heatMap.locator('a[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await stop.focus();
  const first = await stop.getAttribute("aria-label");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowDown");
  await expect(stop).toHaveCount(1);
  await expect(stop).toBeFocused();
  expect(await stop.getAttribute("aria-label")).not.toBe(first);
  await keyboard.press("Shift+Tab");
  await keyboard.press("Tab");
  await expect(stop).toBeFocused();
  const count = await countOf(stop);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Trace List", level: 1 })).toBeFocused();
  await expect(totalLine(page)).toContainText(`${count.toLocaleString("en")} trace`);
});

const viewports = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
for (const viewport of sampleOf(viewports, 1)) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport });

    test("axe finds nothing, light and dark", sampled, async ({ page }) => {
      await openOverview(page);
      await expectAccessible(page);
    });

    test("nor where requests fail", sampled, async ({ page }) => {
      await page.route(/\/(facets|histogram|traces|addresses)\?/, (route) => route.abort());
      await page.goto(`/overview?${new URLSearchParams({ region, project: project_id })}`);
      const alert = page.getByRole("alert");
      await expect(alert).toContainText("The overview could not be loaded");
      await expectAccessible(page);
      await page.unroute(/\/(facets|histogram|traces|addresses)\?/);
      await alert.getByRole("button", { name: "Retry" }).click();
      await waitForCards(page);
      await expect(alert).toHaveCount(0);
    });
  });
}

test("a project without traces says so in every card", async ({ page }) => {
  const project = { project_id: "nothing-yet", name: "nothing-yet", region };
  const reply = await page.request.post("/api/projects", { data: project });
  expect([201, 409]).toContain(reply.status());
  await openOverview(page, { project: project.project_id });
  await expect(numbers(page.getByRole("main"))).toHaveCount(0);
  await expect(card(page, "totals")).toContainText("No ModelArts traces in this time range.");
  await expect(card(page, "failures")).toContainText("No traces in this time range.");
  await expect(card(page, "operators")).toContainText("No traces in this time range.");
  await expect(card(page, "endings")).toContainText("No job was deleted or stopped this week.");
  await expect(card(page, "firstSeen")).toContainText("Nobody was seen in the last 24 hours.");
  const addresses = card(page, "firstAddresses");
  await expect(addresses).toContainText("No source IP was seen in the last 24 hours.");
  await expect(card(page, "heatMap")).toContainText("No traces in this time range.");
  await expectAccessible(page);
});

test("a week without failures is told as good news", async ({ page }) => {
  await page.route(/\/facets\?.*trace_rating=/, async (route) => {
    const response = await route.fetch();
    const { facets } = facetsSchema.parse(await response.json());
    const none = { ...facets, trace_name: [], user: [] };
    await route.fulfill({ response, json: { facets: none } });
  });
  await openOverview(page);
  await expect(card(page, "failures")).toContainText("No failures this week: everything worked.");
});

test.describe("in a browser that prefers Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the overview is Chinese", async ({ page }) => {
    await openOverview(page);
    await expect(page.getByRole("heading", { name: "总览", level: 1 })).toBeVisible();
    const headings = page.getByRole("main").getByRole("heading", { level: 2 });
    await expect(headings.filter({ hasNotText: /\p{Script=Han}/u })).toHaveCount(0);
    await expect(headings).toHaveCount(Object.keys(cards).length);
  });
});
