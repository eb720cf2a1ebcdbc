import { type Page, expect } from "@playwright/test";
import { test } from "./demo-test.ts";
import {
  addReader,
  asSomebodyElse,
  fillInUser,
  password,
  userCell,
  userRow,
} from "./administration-page.ts";
import { axeOn } from "./axe-on.ts";
import { tabTo } from "./tab-to.ts";
import { choose, field, signIn, waitForTraces } from "./trace-list-page.ts";
import { signedOutState } from "./trace-server.ts";

async function expectAccessible(page: Page): Promise<void> {
  expect((await axeOn(page).analyze()).violations).toEqual([]);
}

/**
 * Waits until the timers that were set are done. Mantine puts the focus into a dialog by two timers,
 * and Chromium puts timers off while keys follow each other faster than the page is drawn: the
 * second one would take the focus from a field that was reached by then.
 */
function waitForTimers(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    await promise;
  });
}

test("a new user signs in and sees their project, and no other", async ({
  page,
  browser,
  server,
}) => {
  const ann = await addReader(page, "ann", "cn-north-4");
  await expect(page.getByRole("status")).toHaveText("ann is added.");
  await expect(userCell(page, "ann", "Enabled")).toBeVisible();
  await asSomebodyElse(browser, server, ann, async (other) => {
    await waitForTraces(other);
    await expect(field(other, "Region")).toHaveValue("CN North-Beijing4");
    await other.goto("/trace-list?region=ap-southeast-3");
    await expect(
      other.getByRole("heading", { name: "No project of yours in AP-Singapore (ap-southeast-3)" }),
    ).toBeVisible();
  });
});

test("whoever may not administer is led to neither page, and told so at its address", async ({
  page,
  browser,
  server,
}) => {
  const reader = await addReader(page, "reader", "cn-north-4");
  await asSomebodyElse(browser, server, reader, async (other) => {
    await other.getByRole("button", { name: "Account: reader" }).click();
    await expect(other.getByRole("link", { name: "My account" })).toBeVisible();
    for (const name of ["Users", "Projects"]) {
      await expect(other.getByRole("link", { name })).toHaveCount(0);
    }
    for (const path of ["/users", "/projects"]) {
      await other.goto(path);
      await expect(
        other.getByRole("heading", { name: "You have no permission for this page" }),
      ).toBeVisible();
      await expectAccessible(other);
    }
  });
});

test("disabling a user ends their session, until they are enabled again", async ({
  page,
  browser,
  server,
}) => {
  const bob = await addReader(page, "bob", "cn-north-4");
  await asSomebodyElse(browser, server, bob, async (other) => {
    const traceList = other.getByRole("heading", { name: "Trace List" });
    await expect(traceList).toBeVisible();
    await page.getByRole("button", { name: "Disable bob" }).click();
    const question = page.getByRole("dialog", { name: "Disable bob?" });
    await question.getByRole("button", { name: "Disable" }).click();
    await expect(userCell(page, "bob", "Disabled")).toBeVisible();
    await expect(page.getByRole("button", { name: "Enable bob" })).toBeFocused();

    await other.reload();
    await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await signIn(other, bob);
    await expect(other.getByRole("alert")).toContainText("User name or password is wrong");
    await page.getByRole("button", { name: "Enable bob" }).click();
    await expect(userCell(page, "bob", "Enabled")).toBeVisible();
    await signIn(other, bob);
    await expect(traceList).toBeVisible();

    await page.getByRole("button", { name: "End Sessions bob" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End Sessions" }).click();
    await expect(page.getByRole("status")).toHaveText("All sessions of bob have ended.");
    await other.reload();
    await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("roles are added, changed and taken away", async ({ page, browser, server }) => {
  const cy = await addReader(page, "cy", "cn-north-4");
  const roles = userRow(page, "cy").getByRole("listitem");
  await page.getByRole("button", { name: "Change Roles cy" }).click();
  const dialog = page.getByRole("dialog", { name: "Change Roles of cy" });
  await choose(page, "Role 1", "CTS FullAccess");
  await choose(page, "Project of role 1", "All projects");
  await dialog.getByRole("button", { name: "Add Role" }).click();
  await expect(field(page, "Role 2")).toBeFocused();
  await choose(page, "Role 2", "Trace Console Administrator");
  await expect(field(page, "Project of role 2")).toHaveValue("All projects");
  await expect(field(page, "Project of role 2")).toBeDisabled();
  await dialog.getByRole("button", { name: "Change Roles" }).click();
  await expect(dialog).toBeHidden();
  await expect(roles).toHaveCount(2);
  await expect(roles.filter({ hasText: "CTS FullAccess in all projects" })).toBeVisible();

  await asSomebodyElse(browser, server, cy, async (other) => {
    await other.goto("/users");
    const own = userRow(other, "cy");
    await expect(own).toContainText("This is you.");
    await expect(own.getByRole("button")).toHaveCount(0);
  });

  await page.getByRole("button", { name: "Change Roles cy" }).click();
  await dialog.getByRole("button", { name: "Remove role 2" }).click();
  await dialog.getByRole("button", { name: "Remove role 1" }).click();
  await dialog.getByRole("button", { name: "Change Roles" }).click();
  await expect(userCell(page, "cy", "None")).toBeVisible();
});

test("a refused password is told and nothing typed is lost; a user is deleted", async ({
  page,
}) => {
  const dialog = await fillInUser(page, { user: "dot", password: "short" }, "eu-west-101");
  await dialog.getByRole("button", { name: "Add User" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(
    "The password must have at least 8 characters.",
  );
  await expect(dialog.getByLabel("User name")).toHaveValue("dot");
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveValue("short");
  await expect(field(page, "Project of role 1")).toHaveValue("eu-west-101");
  await dialog.getByLabel("Password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Add User" }).click();
  await expect(userRow(page, "dot")).toBeVisible();

  await page.getByRole("button", { name: "Set Password dot" }).click();
  const another = page.getByRole("dialog", { name: "Set Password of dot" });
  await another.getByLabel("New password", { exact: true }).fill("the word is dot");
  await another.getByRole("button", { name: "Set Password" }).click();
  await expect(another.getByRole("alert")).toContainText("must not contain the user name");
  await another.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);

  await page.getByRole("button", { name: "Delete dot" }).click();
  const question = page.getByRole("dialog", { name: "Delete dot?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(userRow(page, "dot")).toBeVisible();
  await page.getByRole("button", { name: "Delete dot" }).click();
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(userRow(page, "dot")).toBeHidden();
  await expect(page.getByRole("button", { name: "Add User" })).toBeFocused();
});

test("a project is registered once, and offered for roles and in the top bar", async ({ page }) => {
  await page.goto("/projects");
  const send = page.getByRole("button", { name: "Register Project" });
  const register = async () => {
    await page.getByLabel("Project ID").fill("archive-of-2024");
    await page.getByLabel("Project name").fill("archive");
    await page.getByLabel("Project region").fill("cn-south-1");
    await send.click();
  };
  await register();
  await expect(page.getByRole("status")).toHaveText("The project archive is registered.");
  const row = page.getByRole("row", { name: /archive-of-2024/ });
  await expect(row).toContainText("CN South-Guangzhou (cn-south-1)");
  await expect(page.getByLabel("Project ID")).toHaveValue("");
  await expectAccessible(page);
  await register();
  await expect(page.getByRole("alert")).toHaveText("There is a project archive-of-2024 already.");
  await expect(page.getByLabel("Project name")).toHaveValue("archive");

  await page.getByRole("link", { name: "Trace List" }).click();
  await waitForTraces(page);
  await field(page, "Region").click();
  await field(page, "Region").fill("cn-south-1");
  await page.getByRole("option").click();
  await expect(page.getByRole("heading", { name: "No traces found" })).toBeVisible();
  await page.goto("/users");
  await page.getByRole("button", { name: "Add User" }).click();
  await choose(page, "Project of role 1", "archive");
  await expect(field(page, "Project of role 1")).toHaveValue("archive");
});

test("axe finds nothing in the users, the forms and the questions", async ({ page }) => {
  const dialog = await fillInUser(page, { user: "eve", password }, "All projects");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add User" }).click();
  await expect(userRow(page, "eve")).toBeVisible();
  await expectAccessible(page);
  for (const operation of ["Change Roles", "Set Password", "Disable", "End Sessions", "Delete"]) {
    await page.getByRole("button", { name: `${operation} eve` }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("button", { name: `${operation} eve` })).toBeFocused();
  }
});

test("a user is added without a mouse", async ({ page }) => {
  const { keyboard } = page;
  await page.goto("/");
  await waitForTraces(page);
  await tabTo(page, page.getByRole("button", { name: "Account: demo" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Users" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Users" })).toBeFocused();

  const open = page.getByRole("button", { name: "Add User" });
  const dialog = page.getByRole("dialog", { name: "Add User" });
  await tabTo(page, open);
  await keyboard.press("Enter");
  await expect(dialog.getByLabel("User name")).toBeFocused();
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await keyboard.press("Enter");
  await expect(dialog.getByLabel("User name")).toBeFocused();
  await waitForTimers(page);
  await keyboard.type("kim");
  await keyboard.press("Tab");
  await keyboard.type(password);
  await tabTo(page, field(page, "Project of role 1"));
  await keyboard.press("ArrowDown");
  await keyboard.type("cn-north-4");
  await keyboard.press("Enter");
  await expect(field(page, "Project of role 1")).toHaveValue("cn-north-4");
  await tabTo(page, dialog.getByRole("button", { name: "Add User" }));
  await keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(userRow(page, "kim")).toContainText("CTS ReadOnlyAccess in cn-north-4");
  await expect(open).toBeFocused();
});

test("an access key of somebody else is disabled and deleted", async ({
  page,
  browser,
  server,
}) => {
  const credentials = { user: "key-owner", password: "correct horse battery" };
  const grants = [{ role: "CTS ReadOnlyAccess", project_id: "*" }];
  const data = { name: credentials.user, password: credentials.password, grants };
  expect((await page.request.post("/api/users", { data })).status()).toBe(201);
  const owner = await browser.newContext({ baseURL: server.url, storageState: signedOutState });
  await owner.request.post("/api/session", { data: credentials });
  await owner.request.post("/api/access-keys", { data: { description: "for the pipeline" } });
  await owner.close();

  await page.goto("/users");
  await page.getByRole("button", { name: "Access Keys key-owner" }).click();
  const dialog = page.getByRole("dialog", { name: "Access Keys of key-owner" });
  const row = dialog.getByRole("row", { name: "for the pipeline" });
  await row.getByRole("button", { name: "Disable" }).click();
  await expect(row).toContainText("Disabled");
  expect((await axeOn(page).analyze()).violations).toEqual([]);
  await row.getByRole("button", { name: "Delete" }).click();
  await expect(dialog.getByText("There is none.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});
