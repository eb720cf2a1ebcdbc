import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { guardedTest } from "./guarded-test.ts";
import { startServer } from "./servers.ts";
import { withFolder } from "./trace-server.ts";

guardedTest(
  "the way to the identity provider is offered, and its failure explained",
  async ({ page }) => {
    await withFolder(async (folder) => {
      const settings = join(folder, "oidc.json");
      // Nobody listens there: what a person sees when the company's provider is down.
      const values = { issuer: "http://127.0.0.1:9", client_id: "console", name: "Example AG" };
      writeFileSync(settings, JSON.stringify({ ...values, public_url: "http://127.0.0.1:1" }));
      const data = join(folder, "data");
      const server = await startServer("start", data, { OIDC_SETTINGS: settings });
      try {
        await page.goto(`${server.url}/trace-list?region=cn-north-4`);
        const way = page.getByRole("link", { name: "Sign in with Example AG" });
        await expect(way).toBeVisible();
        await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await way.click();
        await expect(page.getByText("does not answer as it should")).toBeVisible();
        // It is told once, and not kept in the address.
        await expect(page).not.toHaveURL(/reason=/);
        await expect(way).toBeVisible();
      } finally {
        await server.stop();
      }
    });
  },
);
