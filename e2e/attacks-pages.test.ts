import { type Page, expect } from "@playwright/test";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { attacksUpTo, buildPackedJobs, packs } from "./attack-packs.ts";
import { attackedTest, script } from "./attacked-test.ts";
import { password } from "./administration-page.ts";
import { expectHarmless, findInjected } from "./harmless.ts";
import { dublin } from "./known-projects.ts";
import { card } from "./overview-page.ts";
import { choose, traceListPath } from "./trace-list-page.ts";
import { signedOutState } from "./trace-server.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const test = attackedTest((now) => [
  ...buildPackedJobs(1000, now - 5 * minute),
  // Something to compare with: without it, nothing is first seen.
  buildTrace({ project_id: dublin.project_id, trace_id: "earlier", time: now - 3 * day }),
]);

test.describe.configure({ timeout: 60_000 });

/** Sends what the console's own forms would send. @returns how many were accepted. */
async function sendAll(page: Page, path: string, bodies: readonly object[]): Promise<number> {
  let accepted = 0;
  for (const data of bodies) {
    const reply = await page.request.post(path, { data });
    if (reply.ok()) accepted += 1;
    else expect(reply.status()).toBe(400);
  }
  return accepted;
}

test("what an attack would leave in the page is found", async ({ page }) => {
  await page.goto("/users");
  await expect(page.getByRole("main")).toContainText("admin");
  await expectHarmless(page);
  await page.evaluate(() => {
    const [math, form, link] = ["math", "form", "a"].map((name) => document.createElement(name));
    form?.setAttribute("action", "/x");
    link?.setAttribute("href", "https://attacker.example");
    document.body.append(...[math, form, link].flatMap((element) => element ?? []));
  });
  expect(await findInjected(page)).toHaveLength(3);
});

test("nothing of an attack runs on the Overview", async ({ page }) => {
  const { region, project_id } = dublin;
  await page.goto(`/overview?${new URLSearchParams({ region, project: project_id, range: "1d" })}`);
  await expect(page.locator('main section[aria-busy="false"]')).toHaveCount(7);
  await expect(card(page, "firstSeen")).toContainText(script);
  await expect(card(page, "firstAddresses")).toContainText(script);
  await expectHarmless(page);
  for (const more of (await page.getByRole("button", { name: /^Show all/ }).all()).toReversed()) {
    await more.click();
  }
  await expectHarmless(page);
});

test("nothing of an attack runs on the pages of users, projects and keys", async ({ page }) => {
  const grants = [{ role: "CTS ReadOnlyAccess", project_id: dublin.project_id }];
  // A name of a user holds no brackets: of the scripts this one is accepted.
  const names = new Set(["javascript:alert(1)", ...attacksUpTo(64)]);
  const users = [...names].map((name) => ({ name, password, grants }));
  const few = users.slice(0, 25);
  expect(await sendAll(page, "/api/users", few)).toBeGreaterThan(few.length / 5);
  await page.goto("/users");
  await expect(page.getByRole("main")).toContainText("alert(1)");
  await expectHarmless(page);
  await page
    .getByRole("button", { name: /^Disable/ })
    .nth(1)
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectHarmless(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add User" }).click();
  const dialog = page.getByRole("dialog", { name: "Add User" });
  await dialog.getByLabel("User name").fill(`${script} `);
  await dialog.getByLabel("Password", { exact: true }).fill(password);
  await choose(page, "Project of role 1", "All projects");
  await dialog.getByRole("button", { name: "Add User" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await expectHarmless(page);

  const { region } = dublin;
  const projects = attacksUpTo(128).map((name, index) => ({
    name,
    region,
    project_id: `p${index}${name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "")}`,
  }));
  expect(await sendAll(page, "/api/projects", projects)).toBeGreaterThan(projects.length / 2);
  await page.goto("/projects");
  await expect(page.getByRole("main")).toContainText(script);
  await expectHarmless(page);
  await page.goto(traceListPath(dublin));
  await page.getByRole("combobox", { name: "Project" }).click();
  await expect(page.getByRole("option").filter({ hasText: script }).first()).toBeAttached();
  await expectHarmless(page);

  const keys = attacksUpTo(200).map((description) => ({ description }));
  expect(await sendAll(page, "/api/access-keys", keys.slice(0, 2))).toBe(2);
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText("alert(1)");
  await expectHarmless(page);
});

test("nothing of an attack runs on the pages of notifications and trackers", async ({ page }) => {
  const { region, project_id } = dublin;
  const attacks = attacksUpTo(64);
  const bodies = [0, 1, 2].map((number) => ({
    notification_name: `attack-${number}`,
    operation_type: "customized",
    topic_id: "urn:smn:eu-west-101:demo:alarms",
    operations: attacks.map((attack) => ({
      service_type: attack,
      resource_type: attack,
      trace_names: [attack],
    })),
    notify_user_list: [{ user_group: script, user_list: attacks.slice(0, 50) }],
    agency_name: attacks[number] ?? "",
  }));
  expect(await sendAll(page, `/api/projects/${project_id}/notifications`, bodies)).toBe(3);
  const scope = new URLSearchParams({ region, project: project_id });
  for (const path of ["notifications", "tracker-list"]) {
    await page.goto(`/${path}?${scope}`);
    await expect(page.getByRole("main").getByRole("table")).toBeVisible();
    await expectHarmless(page);
  }
  await page.goto(`/notifications?${scope}`);
  await page
    .getByRole("button", { name: /attack-0/ })
    .first()
    .click();
  await expectHarmless(page);
});

test("nothing of an attack runs that stands in the address of a page", async ({ page }) => {
  const short = attacksUpTo(200).join("¦");
  for (const path of [
    `/${encodeURIComponent(script)}`,
    `/trace-list?${new URLSearchParams({ region: short })}`,
    `/trace-list?${new URLSearchParams({ region: dublin.region, project: short })}`,
    traceListPath(dublin, { range: short }),
    traceListPath(dublin, { from: short, to: short }),
    traceListPath(dublin, { trace_type: short }),
    traceListPath(dublin, { trace: short, columns: short, zone: short }),
    `/overview?${new URLSearchParams({ region: dublin.region, range: short, from: short })}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expectHarmless(page);
  }
});

test.describe("signed out", () => {
  test.use({ storageState: signedOutState });

  test("nothing of an attack runs on the page to sign in", async ({ page }) => {
    await page.route("**/api/sign-in", (route) =>
      route.fulfill({ json: { password: true, oidc: { name: packs[0] } } }),
    );
    await page.goto(`/?${new URLSearchParams({ sign_in: "failed", reason: script })}#${script}`);
    await expect(page.getByRole("link", { name: /^Sign in with/ })).toContainText(script);
    await expectHarmless(page);
    await page.getByLabel("User").fill(script);
    await page.getByLabel("Password", { exact: true }).fill(script);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert").last()).toContainText("wrong");
    await expectHarmless(page);
  });
});
