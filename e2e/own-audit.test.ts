import { expect } from "@playwright/test";
import { test } from "./imported-test.ts";
import { singapore } from "./known-projects.ts";
import { signedOutState } from "./trace-server.ts";
import { rowsWith, signIn, traceListPath, viewTrace, waitForTraces } from "./trace-list-page.ts";

test.use({ storageState: signedOutState });

test("who signs in, and who fails to, is seen in the Trace List", async ({ page, server }) => {
  // The project that was imported first.
  await page.goto(traceListPath(singapore, { service_type: "CTS" }));
  const { user, password } = server.credentials;
  await signIn(page, { user, password: `${password}x` });
  await expect(page.getByRole("alert")).toContainText("wrong");
  await signIn(page, { user, password });
  await waitForTraces(page);
  const signIns = rowsWith(page, "login");
  await expect(signIns.filter({ hasText: "warning" }).first()).toContainText(user);
  const done = signIns.filter({ hasText: "normal" }).first();
  await expect(done).toContainText(user);
  const dialog = await viewTrace(page, done);
  await expect(dialog).toContainText('"service_type": "CTS"');
  await expect(dialog).not.toContainText(password);
});
