import { type Locator, type Page, expect } from "@playwright/test";
import { savedViewsSchema } from "@trace-console/contracts/saved-view-api";
import { axeOn } from "./axe-on.ts";
import { addReader, asSomebodyElse } from "./administration-page.ts";
import { test } from "./demo-test.ts";
import { attacks, sampled, sampleOf } from "./exhaustive.ts";
import { tabTo } from "./tab-to.ts";
import { chooseStatus, rangeOf, waitForTraces } from "./trace-list-page.ts";

const viewsPath = "/api/projects/11111111111111111111111111110004/saved-views";

async function openList(page: Page, filters = ""): Promise<void> {
  await page.goto(`/trace-list?region=cn-north-4${filters}`);
  await waitForTraces(page);
}

/** The button that names the view of the page. */
function viewsButton(page: Page): Locator {
  return page.getByRole("main").getByRole("button", { name: /^Saved views/ });
}

/** Opens the panel of the saved views. */
async function openPanel(page: Page): Promise<Locator> {
  await viewsButton(page).click();
  const panel = page.getByRole("dialog", { name: /^Saved views/ });
  await expect(panel.getByRole("button", { name: "Save this view…" })).toBeFocused();
  return panel;
}

/** The button of the panel that opens a view. */
function viewItem(panel: Locator, name: string): Locator {
  return panel.getByRole("listitem").getByRole("button").filter({ hasText: name }).first();
}

/** Saves the page as it is under a name. */
async function saveView(page: Page, name: string, isShared = false): Promise<void> {
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: "Save this view…" }).click();
  await expect(panel.getByLabel("Name")).toBeFocused();
  await panel.getByLabel("Name").fill(name);
  if (isShared) await panel.getByLabel("Share with the project").check();
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(viewsButton(page)).toHaveAccessibleName(`Saved views: ${name}`);
  await expect(viewsButton(page)).toBeFocused();
}

/** Saves a view as a program does. @returns the status of the reply. */
async function postView(page: Page, name: string, isShared = false): Promise<number> {
  const state = { filter: { trace_type: "system" }, range: { preset: "1d" } };
  const reply = await page.request.post(viewsPath, { data: { name, is_shared: isShared, state } });
  return reply.status();
}

test("a view is saved, opened again as of now, changed, overwritten, renamed and deleted", async ({
  page,
}) => {
  await openList(page, "&range=1d&service_type=ModelArts&not_user=nobody&columns=time,trace_name");
  await saveView(page, "ModelArts today");
  await page.reload();
  await waitForTraces(page);
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: ModelArts today");

  await openList(page);
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views");
  const opened = Date.now();
  await viewItem(await openPanel(page), "ModelArts today").click();
  await expect(page).toHaveURL(/service_type=ModelArts&not_user=nobody/);
  await waitForTraces(page);
  const { from, to } = rangeOf(page);
  expect(to - from).toBe(24 * 3_600_000);
  expect(Math.abs(to - opened)).toBeLessThan(10_000);
  await expect(page.getByRole("columnheader", { name: "Resource ID" })).toHaveCount(0);
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: ModelArts today");

  await chooseStatus(page, "Warning");
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: ModelArts today changed");
  let panel = await openPanel(page);
  await panel.getByRole("button", { name: "Discard the changes" }).click();
  await expect(page).not.toHaveURL(/trace_rating/);
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: ModelArts today");
  await page.goBack();
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: ModelArts today changed");
  panel = await openPanel(page);
  await panel.getByRole("button", { name: "Overwrite the view" }).click();
  await expect(panel.getByRole("status")).toHaveText("“ModelArts today” is saved.");
  await page.keyboard.press("Escape");
  await expect(viewsButton(page)).toBeFocused();
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: ModelArts today");

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views");
  await viewItem(await openPanel(page), "ModelArts today").click();
  await expect(page).toHaveURL(/trace_rating=warning/);

  panel = await openPanel(page);
  await panel.getByRole("button", { name: "Edit ModelArts today" }).click();
  await panel.getByLabel("Name").fill("Failures");
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel.getByRole("status")).toHaveText("“Failures” is saved.");
  await panel.getByRole("button", { name: "Delete Failures" }).click();
  await expect(panel.getByRole("button", { name: "Cancel" })).toBeFocused();
  await panel.getByRole("button", { name: "Delete" }).click();
  await expect(panel.getByRole("status")).toHaveText("“Failures” is deleted.");
  await expect(viewItem(panel, "Failures")).toHaveCount(0);
  await expect(page).not.toHaveURL(/view=/);
  await page.keyboard.press("Escape");
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views");
});

test("a name that is taken is refused in the form, which keeps what was typed", async ({
  page,
}) => {
  await openList(page);
  expect(await postView(page, "Taken")).toBe(201);
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: "Save this view…" }).click();
  await panel.getByLabel("Name").fill("Taken");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("alert")).toHaveText(
    "There is a saved view Taken already: choose another name.",
  );
  await expect(panel.getByLabel("Name")).toHaveValue("Taken");
  // A click beside it does not throw it away.
  await page.mouse.click(5, 400);
  await expect(panel.getByLabel("Name")).toHaveValue("Taken");
});

test("a shared view is seen and opened by readers of the project, who cannot change it", async ({
  page,
  browser,
  server,
}) => {
  const vera = await addReader(page, "vera", "cn-north-4");
  const nora = await addReader(page, "nora", "ap-southeast-3");
  await openList(page, "&range=1w&service_type=ModelArts");
  await saveView(page, "Night shift", true);
  expect(await postView(page, "My own affair")).toBe(201);
  const listed = await page.request.get(viewsPath);
  const { views } = savedViewsSchema.parse(await listed.json());
  const nightShift = views.find(({ name }) => name === "Night shift")?.view_id ?? "";

  await asSomebodyElse(browser, server, vera, async (other) => {
    await openList(other);
    const panel = await openPanel(other);
    await expect(panel.getByRole("heading", { name: "Shared by others" })).toBeVisible();
    await expect(panel.getByRole("listitem")).toHaveText([/^Night shiftBy demo · Last 1 week · /]);
    await expect(panel.getByRole("listitem").getByRole("button")).toHaveCount(1);
    await viewItem(panel, "Night shift").click();
    await expect(other).toHaveURL(/range=1w.*service_type=ModelArts/);
    await chooseStatus(other, "Warning");
    const changed = await openPanel(other);
    await expect(
      changed.getByText("Only demo or an administrator may overwrite it."),
    ).toBeVisible();
    await expect(changed.getByRole("button", { name: "Overwrite the view" })).toHaveCount(0);
    const refused = await other.request.delete(`${viewsPath}/${nightShift}`);
    expect([refused.status(), await refused.json()]).toMatchObject([
      403,
      { error_code: "CTS.0013" },
    ]);
    await other.keyboard.press("Escape");
    await saveView(other, "For the administrator", true);
  });

  await asSomebodyElse(browser, server, nora, async (other) => {
    await waitForTraces(other);
    const panel = await openPanel(other);
    await expect(panel.getByText("No saved views yet.")).toBeVisible();
    expect((await other.request.get(viewsPath)).status()).toBe(404);
    expect((await other.request.delete(`${viewsPath}/${nightShift}`)).status()).toBe(404);
  });

  // An administrator may delete what others share.
  await openList(page);
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: "Delete For the administrator" }).click();
  await expect(panel.getByText("for everybody in this project")).toBeVisible();
  await panel.getByRole("button", { name: "Delete" }).click();
  await expect(panel.getByRole("status")).toHaveText("“For the administrator” is deleted.");
  await expect(viewItem(panel, "Night shift")).toBeVisible();
});

test("an attack for a name is shown as the text it is, or refused", sampled, async ({ page }) => {
  await openList(page);
  const shown: string[] = [];
  for (const text of attacks) {
    const name = text.trim().slice(0, 64).trim();
    const status = await postView(page, name);
    // The same beginning may come twice.
    expect([201, 400, 409], name).toContain(status);
    if (status === 201) shown.push(name.normalize());
  }
  expect(shown.length).toBeGreaterThan(attacks.length / 2);
  await page.reload();
  await waitForTraces(page);
  const panel = await openPanel(page);
  await expect(viewItem(panel, "<script>alert(1)</script>")).toBeVisible();
  const names = await panel.getByRole("listitem").locator("bdi:first-child").allTextContents();
  for (const name of shown) expect(names).toContain(name);
  expect(await panel.locator("script, img, iframe, a, style, math, meta").count()).toBe(0);
  const width = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(width).toBe(0);
  await viewItem(panel, '"><img src=x onerror=alert(1)>').click();
  await expect(viewsButton(page)).toHaveAccessibleName(
    'Saved views: "><img src=x onerror=alert(1)>',
  );
  const form = await openPanel(page);
  await form.getByRole("button", { name: "Save this view…" }).click();
  await form.getByLabel("Name").fill("turned \u202eround");
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toContainText("printable characters");
});

test("views are saved and opened without a mouse", async ({ page }) => {
  await openList(page, "&range=1d&service_type=ModelArts");
  const { keyboard } = page;
  expect(await postView(page, "A first one")).toBe(201);
  await tabTo(page, viewsButton(page));
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Save this view…" })).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.type("By keyboard");
  await keyboard.press("Enter");
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: By keyboard");
  await expect(viewsButton(page)).toBeFocused();

  await openList(page);
  await tabTo(page, viewsButton(page));
  await keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: /^Saved views/ });
  await expect(viewItem(panel, "By keyboard")).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  while (!(await viewItem(panel, "By keyboard").evaluate((one) => one.matches(":focus")))) {
    await keyboard.press("ArrowDown");
  }
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/service_type=ModelArts/);
  await expect(viewsButton(page)).toHaveAccessibleName("Saved views: By keyboard");
  await expect(viewsButton(page)).toBeFocused();
});

test("views that cannot be had are asked for again, and one of another version can be deleted", async ({
  page,
}) => {
  await openList(page);
  await page.route(`**${viewsPath}`, (route) => route.abort());
  const panel = await openPanel(page);
  await expect(panel.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute(`**${viewsPath}`);
  const mine = { owner: "demo", is_shared: true, is_own: true, may_change: true };
  const unusable = [{ view_id: "v", name: "Of old", ...mine }];
  await page.route(`**${viewsPath}`, (route) => route.fulfill({ json: { views: [], unusable } }));
  await panel.getByRole("button", { name: "Retry" }).click();
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "Save this view…" })).toBeFocused();
  const old = panel.getByRole("list", { name: "Not usable any more" }).getByRole("listitem");
  await expect(old).toHaveText(/^Of oldSaved by another version/);
  expect((await axeOn(page).include("[role='dialog']").analyze()).violations).toEqual([]);
  await old.getByRole("button", { name: "Delete Of old" }).click();
  await expect(panel.getByText("for everybody in this project")).toBeVisible();
});

for (const [language, open, save, name] of [
  ["en", /^Saved views/, "Save this view…", "Name"],
  ["zh", /^已保存视图/, "保存当前视图…", "名称"],
] as const) {
  test(`axe finds nothing in list and form, in ${language}`, sampled, async ({ page }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem("trace-console.preferences", JSON.stringify({ language: chosen }));
    }, language);
    const expectAccessible = async () => {
      const viewports = [
        { width: 390, height: 844 },
        { width: 1440, height: 900 },
      ];
      for (const viewport of sampleOf(viewports, 1)) {
        await page.setViewportSize(viewport);
        const axe = axeOn(page).include("[role='dialog']");
        expect((await axe.analyze()).violations).toEqual([]);
      }
    };
    const view = `A longer name, for axe in ${language}`;
    expect(await postView(page, view, true)).toBe(201);
    await page.goto("/trace-list?region=cn-north-4&range=1d&service_type=ModelArts");
    const button = page.getByRole("button", { name: open });
    const panel = page.getByRole("dialog", { name: open });
    await button.click();
    await viewItem(panel, view).click();
    await page.getByRole("radio").nth(2).click();
    await button.click();
    await expect(viewItem(panel, view)).toHaveAttribute("aria-current", "true");
    await expectAccessible();
    await panel.getByRole("button", { name: save }).click();
    await expect(panel.getByLabel(name)).toBeFocused();
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible();
  });
}
