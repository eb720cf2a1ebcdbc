import { expect } from "@playwright/test";
import { traceKind } from "@trace-console/contracts/trace";
import { axeOn } from "./axe-on.ts";
import { test } from "./imported-test.ts";
import { beijing } from "./known-projects.ts";
import { signedOutState } from "./trace-server.ts";
import {
  expectTraces,
  field,
  signIn,
  traceListPath,
  tracesRegion,
  waitForTraces,
} from "./trace-list-page.ts";

// Each of these ends a session, so each begins one of its own.
test.use({ storageState: signedOutState });

test("a wrong password and an unknown user get the same answer", async ({ page, server }) => {
  const { user, password } = server.credentials;
  await page.goto("/");
  await expect(page.getByLabel("User")).toBeFocused();
  const answers: string[] = [];
  for (const credentials of [
    { user, password: `${password}x` },
    { user: "nobody", password },
  ]) {
    await signIn(page, credentials);
    const alert = page.getByRole("alert");
    await expect(alert).not.toBeEmpty();
    answers.push(await alert.innerText());
    await page.reload();
  }
  expect(answers[0]).toBe("User name or password is wrong. Check both and try again.");
  expect(answers[1]).toBe(answers[0]);
});

test("the sign-in leads to the address that was asked for", async ({ page, server, known }) => {
  const path = traceListPath(beijing, { range: "1d", service_type: "ECS" });
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page, server.credentials);
  await expectTraces(page, known.beijing, (trace) => trace.service_type === "ECS");
});

test("a field that is opened before the page has come stays open", async ({ page, server }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/trace-list-page-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(traceListPath(beijing));
  await signIn(page, server.credentials);
  await field(page, "Region").click();
  const list = page.getByRole("listbox", { name: "Region" });
  await expect(list).toBeVisible();
  release();
  await expect(page.getByRole("heading", { name: "Trace List" })).toBeVisible();
  await waitForTraces(page);
  await expect(field(page, "Region")).toBeFocused();
  await expect(list).toBeVisible();
});

test("an expired session leads to the sign-in and back to the same rows", async ({
  page,
  context,
  server,
  known,
}) => {
  await page.goto(traceListPath(beijing, { range: "1w", service_type: "IAM" }));
  await signIn(page, server.credentials);
  const shown = await expectTraces(page, known.beijing, (trace) => trace.service_type === "IAM");
  await context.clearCookies();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Your session has ended.");
  await expect(tracesRegion(page)).toHaveCount(0);
  const url = page.url();
  await signIn(page, server.credentials);
  expect(await expectTraces(page, known.beijing, (trace) => trace.service_type === "IAM")).toEqual(
    shown,
  );
  expect(page.url()).toBe(url);

  await context.clearCookies();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  // As in another tab, from which one comes back.
  await page.request.post("/api/session", { data: server.credentials });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(tracesRegion(page)).toBeVisible();
});

test("what was typed when the session ended is there after signing in again", async ({
  page,
  context,
  server,
}) => {
  await page.goto("/users");
  await signIn(page, server.credentials);
  await page.getByRole("button", { name: "Add User" }).click();
  const dialog = page.getByRole("dialog", { name: "Add User" });
  const name = dialog.getByLabel("User name");
  await name.fill("typed-by-hand");
  await dialog.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await context.clearCookies();
  await dialog.getByRole("button", { name: "Add User" }).click();

  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect((await axeOn(page).analyze()).violations).toEqual([]);
  await expect(page.getByRole("textbox", { name: "User" })).toHaveValue(server.credentials.user);
  const password = page.getByRole("textbox", { name: "Password" });
  await expect(password).toBeFocused();
  await password.fill(server.credentials.password);
  await page.keyboard.press("Enter");

  await expect(name).toHaveValue("typed-by-hand");
  await expect(dialog.getByRole("alert")).toContainText("Your session had ended");
  await dialog.getByRole("button", { name: "Add User" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("rowheader", { name: "typed-by-hand" })).toBeVisible();
});

test("after signing out nothing is shown any more, not by Back and not by its address", async ({
  page,
  context,
  server,
  known,
}) => {
  await page.goto(traceListPath(beijing));
  await signIn(page, server.credentials);
  await expectTraces(page, known.beijing, (trace) => traceKind(trace) === "system");
  const url = page.url();
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Account: admin" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  // The session has ended on the server as well: its cookie opens nothing.
  await context.addCookies(cookies);
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(tracesRegion(page)).toHaveCount(0);
});
