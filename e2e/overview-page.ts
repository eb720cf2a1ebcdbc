import { type Locator, type Page, expect } from "@playwright/test";
import { totalsSchema } from "@trace-console/contracts/console-api";
import { demoProjects, demoUser } from "@trace-console/contracts/demo";
import { axeOn } from "./axe-on.ts";
import { test as demoTest } from "./demo-test.ts";
import { startServer } from "./servers.ts";
import { totalLine } from "./trace-list-page.ts";
import { type TraceServer, withFolder, withSignedIn } from "./trace-server.ts";

/** The demo, which keeps a day more than a week: no trace that was counted expires meanwhile. */
export const test = demoTest.extend<object, { server: TraceServer }>({
  server: [
    async ({ playwright }, provide) => {
      await withFolder(async (folder) => {
        const server = await startServer("demo", folder, { RETENTION_DAYS: "8" });
        const credentials = { user: demoUser.name, password: demoUser.password };
        await withSignedIn(server, credentials, playwright, provide);
      });
    },
    { scope: "worker" },
  ],
});

/** A day, ms. */
export const day = 86_400_000;
/** The project of the demo that the tests look at. */
export const { region = "", project_id = "" } = demoProjects[0] ?? {};
/** The titles of the cards. */
export const cards = {
  totals: "Totals",
  failures: "Failures by operation",
  operators: "Most active operators",
  endings: "Jobs deleted or stopped",
  firstSeen: "First seen",
  firstAddresses: "First-seen addresses",
  heatMap: "Activity by hour and weekday",
} as const;

/** One of the cards. */
export function card(page: Page, name: keyof typeof cards): Locator {
  return page.getByRole("region", { name: cards[name], exact: true });
}

/** Waits until every card shows what it has, or that it failed. */
export async function waitForCards(page: Page): Promise<void> {
  const settled = page.getByRole("main").locator('section[aria-busy="false"]');
  await expect(settled).toHaveCount(Object.keys(cards).length);
}

/** Opens the page as it was five minutes ago: of later times the demo still stores traces. */
export async function openOverview(page: Page, params: Readonly<Record<string, string>> = {}) {
  const to = String(Date.now() - 300_000);
  const scope = { region, project: project_id, range: "1w", to };
  await page.goto(`/overview?${new URLSearchParams({ ...scope, ...params })}`);
  await waitForCards(page);
}

/** The numbers that lead to the Trace List. */
export function numbers(within: Locator): Locator {
  return within.locator('a[href^="/trace-list?"]').filter({ hasText: /^(All )?[\d,]+/ });
}

/** The number in a text. */
export function countIn(text: string | null): number {
  return Number(/[\d,]+/.exec(text ?? "")?.[0].replaceAll(",", ""));
}

/** The number that a link shows. */
export async function countOf(link: Locator): Promise<number> {
  return countIn(await link.textContent());
}

/** The last line of a reply in lines, and all of any other. */
export function lastLine(body: string): unknown {
  return JSON.parse(body.trimEnd().split("\n").at(-1) ?? "");
}

/** The total that the service counts for the list at an address. */
export async function totalAt(page: Page, path: string): Promise<number> {
  const params = new URL(path, page.url()).searchParams;
  const reply = await page.request.get(`/api/projects/${params.get("project")}/totals?${params}`);
  return totalsSchema.parse(lastLine(await reply.text())).total;
}

/** Follows a number to the Trace List, expects that total there, and goes back. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const count = await countOf(link);
  await link.click();
  const words = `${count.toLocaleString("en")} ${count === 1 ? "trace" : "traces"}`;
  await expect(totalLine(page)).toHaveText(words);
  await page.goBack();
  await waitForCards(page);
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe finds nothing, light and dark, and nothing is scrolled sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const scheme = page.locator(":root");
    await expect(scheme).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    const { violations } = await axeOn(page).withTags(rules).analyze();
    expect(violations, colorScheme).toEqual([]);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "sideways scrolling").toBe(0);
}
