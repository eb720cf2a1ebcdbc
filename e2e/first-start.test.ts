import { expect } from "@playwright/test";
import { guardedTest } from "./guarded-test.ts";
import { startServer } from "./servers.ts";
import { readFirstAdmin, withFolder } from "./trace-server.ts";
import { signIn } from "./trace-list-page.ts";

guardedTest(
  "the first start prints a password that signs in, later starts print none",
  async ({ page }) => {
    await withFolder(async (folder) => {
      const first = await startServer("start", folder);
      const admin = readFirstAdmin(first.output());
      if (admin === undefined) throw new Error(`No password was printed:\n${first.output()}`);
      expect(first.output().split(admin.password)).toHaveLength(2);
      expect(await first.stop()).toBe(0);

      const second = await startServer("start", folder);
      try {
        expect(readFirstAdmin(second.output())).toBeUndefined();
        expect(second.output()).not.toMatch(/password/i);
        await page.goto(second.url);
        await signIn(page, admin);
        await expect(page.getByRole("button", { name: "Account: admin" })).toBeVisible();
        await expect(
          page.getByRole("heading", { name: "There is no project for you yet" }),
        ).toBeVisible();
        await expect(page.getByRole("link", { name: "Go to Projects" })).toBeVisible();
      } finally {
        await second.stop();
      }
    });
  },
);
