import { type Locator, type Page, expect } from "@playwright/test";
import { demoProjects } from "@trace-console/contracts/demo";
import { axeOn } from "./axe-on.ts";
import { test } from "./demo-test.ts";
import { choose, signIn, totalLine, waitForTraces } from "./trace-list-page.ts";
import { signedOutState } from "./trace-server.ts";

const topic = "urn:smn:cn-north-4:demo:alarms";
// The feed lets most happen in the demo's first project.
const { region = "", project_id = "" } = demoProjects[0] ?? {};
const path = `/notifications?${new URLSearchParams({ region, project: project_id })}`;

async function openNotifications(page: Page): Promise<void> {
  await page.goto(path);
  const heading = page.getByRole("heading", { name: "Key Event Notifications", level: 1 });
  await expect(heading).toBeVisible();
}

/** The field of the form that has exactly this label. */
function input(page: Page, label: string): Locator {
  return page.getByLabel(label, { exact: true });
}

function rowOf(page: Page, name: string): Locator {
  return page
    .getByRole("region", { name: "Notifications" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name, exact: true }) });
}

async function expectAccessible(page: Page): Promise<void> {
  expect((await axeOn(page).analyze()).violations).toEqual([]);
}

/** Makes a notification of all operations. */
async function createForAll(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create Notification" }).click();
  await input(page, "Name").fill(name);
  await input(page, "Topic").fill(topic);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(rowOf(page, name)).toContainText("Enabled");
}

test("a notification of chosen operations is made; a refusal keeps what was typed", async ({
  page,
}) => {
  await page.goto(`/trace-list?${new URLSearchParams({ region, project: project_id })}`);
  await page.getByRole("link", { name: "Key Event Notifications" }).click();
  await page.getByRole("button", { name: "Create Notification" }).click();
  const heading = page.getByRole("heading", { name: "Create Key Event Notification" });
  await expect(heading).toBeFocused();

  await input(page, "Name").fill("job deletions");
  await page.getByRole("radio", { name: "Chosen operations" }).check();
  await input(page, "Service type").fill("ModelArts");
  await input(page, "Resource type").fill("JobV2");
  await choose(page, "Add a known trace name", "DeleteJobV2");
  await expect(input(page, "Trace names")).toHaveValue("DeleteJobV2");
  await input(page, "Operators").fill("ann\nbob");
  await input(page, "Topic").fill(topic);
  await page.getByRole("button", { name: "Add Operations" }).click();
  await expect(input(page, "Service type").nth(1)).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove Operations 2" }).click();
  await expect(page.getByRole("button", { name: "Add Operations" })).toBeFocused();

  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("a name is 1 to 64 letters");
  await expect(input(page, "Name")).toHaveValue("job deletions");
  await expect(input(page, "Trace names")).toHaveValue("DeleteJobV2");
  await input(page, "Name").fill("job-deletions");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  const row = rowOf(page, "job-deletions");
  await expect(row).toContainText("ModelArts JobV2: DeleteJobV2");
  await expect(row).toContainText("ann, bob");
  await expect(row).toContainText(topic);
  await expect(row).toContainText("Enabled");
  await expectAccessible(page);
});

test("a notification is changed, disabled, enabled and deleted", async ({ page }) => {
  await openNotifications(page);
  await createForAll(page, "everything");
  const row = rowOf(page, "everything");
  await expect(row).toContainText("All operations");
  await row.getByRole("button", { name: "Edit everything" }).click();
  await expect(input(page, "Topic")).toHaveValue(topic);
  await input(page, "Operators").fill("ann");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("ann");

  await row.getByRole("button", { name: "Disable everything" }).click();
  await expect(row).toContainText("Disabled");
  await page.reload();
  await row.getByRole("button", { name: "Enable everything" }).click();
  await expect(row).toContainText("Enabled");

  await row.getByRole("button", { name: "Delete everything" }).click();
  const question = page.getByRole("dialog", { name: "Delete everything?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: "Delete everything" }).click();
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(row).toBeHidden();
});

test("the log tells of live traces that no endpoint is configured, and leads to each", async ({
  page,
}) => {
  await openNotifications(page);
  await createForAll(page, "log");
  await rowOf(page, "log").getByRole("button", { name: "Delivery Log log" }).click();
  const dialog = page.getByRole("dialog", { name: "Delivery log of log" });
  const told = dialog.getByRole("row").filter({
    hasText: `Failed: no endpoint is configured for ${topic}`,
  });
  await expect(async () => {
    await dialog.getByRole("button", { name: "Refresh" }).click();
    await expect(told.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessible(page);

  const link = told.last().getByRole("link");
  const id = await link.innerText();
  await link.click();
  await waitForTraces(page);
  await expect(totalLine(page)).toHaveText("1 trace");
  await page.getByRole("button", { name: /^Details of/ }).click();
  await expect(page.getByRole("definition").first()).toHaveText(id);
});

test("who may only read sees the notifications and their log, and no way to change them", async ({
  page,
  browser,
  server,
}) => {
  await openNotifications(page);
  await createForAll(page, "for-readers");
  const credentials = { user: "notification-reader", password: "correct horse battery" };
  const grants = [{ role: "CTS ReadOnlyAccess", project_id }];
  const added = await page.request.post("/api/users", {
    data: { name: credentials.user, password: credentials.password, grants },
  });
  expect(added.status()).toBe(201);
  const context = await browser.newContext({ baseURL: server.url, storageState: signedOutState });
  const reader = await context.newPage();
  await reader.goto(path);
  await signIn(reader, credentials);
  const buttons = rowOf(reader, "for-readers").getByRole("button");
  await expect(buttons).toHaveText(["Delivery Log for-readers"]);
  await expect(reader.getByRole("button", { name: "Create Notification" })).toBeHidden();
  await expect(reader.getByRole("main")).toContainText("that takes the role CTS FullAccess");
  await context.close();
});

test("when the notifications cannot be loaded the page says so, and Retry brings them", async ({
  page,
}) => {
  await page.route(/\/notifications$/, (route) => route.abort());
  await openNotifications(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The notifications could not be loaded");
  await page.unroute(/\/notifications$/);
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByRole("button", { name: "Create Notification" })).toBeVisible();
});
