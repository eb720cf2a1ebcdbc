import { type Browser, type Locator, type Page, expect } from "@playwright/test";
import { type Credentials, type TraceServer, signedOutState } from "./trace-server.ts";
import { choose, field, signIn } from "./trace-list-page.ts";

// The pages Users and Projects as a person meets them: by roles and labels.

/** Long enough for an administrator as well. */
export const password = "correct horse battery";

/** The row of a user. */
export function userRow(page: Page, name: string): Locator {
  const heading = page.getByRole("rowheader", { name, exact: true });
  return page.getByRole("region", { name: "Users" }).getByRole("row").filter({ has: heading });
}

/** The cell of a user's row that says exactly this. */
export function userCell(page: Page, name: string, text: string): Locator {
  return userRow(page, name).getByRole("cell", { name: text, exact: true });
}

/** Opens the page Users and the form for a new one, and fills it in; nothing is sent yet. */
export async function fillInUser(page: Page, user: Credentials, project: string): Promise<Locator> {
  await page.goto("/users");
  await page.getByRole("button", { name: "Add User" }).click();
  const dialog = page.getByRole("dialog", { name: "Add User" });
  await dialog.getByLabel("User name").fill(user.user);
  await dialog.getByLabel("Password", { exact: true }).fill(user.password);
  await choose(page, "Project of role 1", project);
  await expect(field(page, "Project of role 1")).toHaveValue(project);
  return dialog;
}

/**
 * Adds a user who may read one project. The tests of a worker share their server, so a name is given
 * once in all of them.
 *
 * @returns how they sign in.
 */
export async function addReader(page: Page, name: string, project: string): Promise<Credentials> {
  const user = { user: name, password };
  const dialog = await fillInUser(page, user, project);
  await dialog.getByRole("button", { name: "Add User" }).click();
  await expect(dialog).toBeHidden();
  await expect(userRow(page, name)).toContainText(`CTS ReadOnlyAccess in ${project}`);
  return user;
}

/** Runs `work` in the browser of somebody else, who has signed in. */
export async function asSomebodyElse(
  browser: Browser,
  { url }: TraceServer,
  user: Credentials,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: url, storageState: signedOutState });
  try {
    const page = await context.newPage();
    await page.goto("/");
    await signIn(page, user);
    await expect(page.getByRole("button", { name: `Account: ${user.user}` })).toBeVisible();
    await work(page);
  } finally {
    await context.close();
  }
}
