import { expect } from "@playwright/test";
import { axeOn } from "./axe-on.ts";
import { test } from "./demo-test.ts";
import { signIn } from "./trace-list-page.ts";
import { signedOutState } from "./trace-server.ts";

test("an access key is made, its secret shown once, disabled and deleted", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Account: demo" }).click();
  await page.getByRole("link", { name: "My account" }).click();
  await expect(page.getByRole("heading", { name: "My Account" })).toBeVisible();
  await page.getByLabel("Description").fill("for the pipeline");
  await page.getByRole("button", { name: "Create Access Key" }).click();
  const made = page.getByRole("status").filter({ hasText: "it is not shown again" });
  const id = await made.getByRole("definition").first().innerText();
  expect(id).toMatch(/^[A-Z2-7]{20}$/);
  const keys = page.getByRole("region", { name: "Access keys" });
  const row = keys.getByRole("row", { name: id });
  await expect(row).toContainText("for the pipeline");
  expect((await axeOn(page).analyze()).violations).toEqual([]);

  await page.reload();
  await expect(row).toContainText("Enabled");
  await expect(made).toBeHidden();
  await row.getByRole("button", { name: "Disable" }).click();
  await expect(row).toContainText("Disabled");
  await row.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(row).toBeHidden();
});

test("a session elsewhere is seen and ended", async ({ page, browser, server }) => {
  const elsewhere = await browser.newContext({
    baseURL: server.url,
    storageState: signedOutState,
  });
  const other = await elsewhere.newPage();
  await other.goto("/");
  await signIn(other, server.credentials);
  await expect(other.getByRole("heading", { name: "Trace List" })).toBeVisible();

  await page.goto("/account");
  const sessions = page.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByText("This session")).toBeVisible();
  const others = sessions.getByRole("button", { name: "End" });
  for (let left = await others.count(); left > 0; left -= 1) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await other.reload();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await elsewhere.close();
});

test("a wrong password and one that is too short are told, and nothing changes", async ({
  page,
}) => {
  await page.goto("/account");
  await page.getByLabel("Current password", { exact: true }).fill("wrong");
  await page.getByLabel("New password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Change Password" }).click();
  await expect(page.getByRole("alert")).toHaveText("The current password is wrong.");
  await page.getByLabel("New password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Change Password" }).click();
  await expect(page.getByRole("alert")).toContainText("at least 15 characters");
});
