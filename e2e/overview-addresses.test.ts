import { expect, type Page } from "@playwright/test";
import { countingAddressesSchema } from "@trace-console/contracts/console-api";
import {
  card,
  countOf,
  day,
  expectAccessible,
  follow,
  lastLine,
  numbers,
  openOverview,
  project_id,
  region,
  test,
  totalAt,
  waitForCards,
} from "./overview-page.ts";

/** Lets the last day's most frequent address be new, and gives it back. */
async function makeAddressNew(page: Page): Promise<string> {
  const to = Number(new URL(page.url()).searchParams.get("to"));
  const lastDay = `from=${to - day}&to=${to}&service_type=ModelArts`;
  const reply = await page.request.get(`/api/projects/${project_id}/addresses?${lastDay}`);
  const { addresses } = countingAddressesSchema.parse(lastLine(await reply.text()));
  const newcomer = addresses[0]?.value ?? "";
  await page.route(/\/addresses\?/, async (route) => {
    const params = new URL(route.request().url()).searchParams;
    if (params.get("to") !== String(to - day)) return route.continue();
    expect(params.get("from")).toBe(String(to - 7 * day));
    const response = await route.fetch();
    const last = countingAddressesSchema.parse(lastLine(await response.text()));
    const known = last.addresses.filter(({ value }) => value !== newcomer);
    const body = `${JSON.stringify({ ...last, addresses: known })}\n`;
    return route.fulfill({ response, body });
  });
  return newcomer;
}

test("from where nobody came in the six days before is told, and leads to its traces", async ({
  page,
}) => {
  await openOverview(page);
  const newcomer = await makeAddressNew(page);
  await page.reload();
  await waitForCards(page);
  const found = card(page, "firstAddresses");
  await expect(found).toContainText("not seen in the six days before");
  const row = found.getByRole("row").filter({ hasText: newcomer });
  const link = numbers(row.first()).first();
  const path = (await link.getAttribute("href")) ?? "";
  expect(new URL(path, page.url()).searchParams.getAll("source_ip")).toEqual([newcomer]);
  expect(await totalAt(page, path)).toBe(await countOf(link));
  await follow(page, link);
  await link.click();
  const chips = page.getByRole("list", { name: "Further filters" });
  await expect(chips.getByRole("button", { name: /Source IP: / })).toHaveCount(1);
});

test("addresses are marked as being counted, with how far that is", async ({ page }) => {
  await page.route(/\/addresses\?/, (route) => {
    const line = JSON.stringify({ done: false, share: 0.5, addresses: [], others: 0 });
    return route.fulfill({ contentType: "application/x-ndjson", body: `${line}\n` });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/addresses\?/, async (route) => {
    await promise;
    return route.fallback();
  });
  await page.goto(`/overview?${new URLSearchParams({ region, project: project_id })}`);
  const counting = card(page, "firstAddresses");
  await expect(counting.getByRole("progressbar", { name: "Counting… 0 %" })).toBeVisible();
  await expect(counting).toHaveAttribute("aria-busy", "true");
  await expectAccessible(page);
  // A count that ends half-way has failed, and tells no number.
  resolve();
  await expect(counting.getByRole("alert")).toContainText("This could not be loaded.", {
    timeout: 20_000,
  });
  await expect(numbers(counting)).toHaveCount(0);
});

test("more addresses than are told apart are no ground to call one new", async ({ page }) => {
  await page.route(/\/addresses\?/, async (route) => {
    const response = await route.fetch();
    const last = countingAddressesSchema.parse(lastLine(await response.text()));
    await route.fulfill({ response, body: `${JSON.stringify({ ...last, others: 1 })}\n` });
  });
  await openOverview(page);
  await expect(card(page, "firstAddresses")).toContainText("more than 10,000 source IPs");
});
