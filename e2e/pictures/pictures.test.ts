import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Page, expect } from "@playwright/test";
import { test } from "../demo-test.ts";
import { signedOutState } from "../trace-server.ts";
import { states } from "./states.ts";

// Looked at by people: `npm run screenshots -- states` writes them, and a sheet of all.
const folder = process.env["STATES_DIR"] ?? "";
const widths = [1440, 1024, 390];
const languages = ["en", "zh"] as const;
const themes = ["light", "dark"] as const;

/** Changes the language as another tab of the console would, so that the state stays. */
async function speak(page: Page, language: (typeof languages)[number]): Promise<void> {
  await page.evaluate((wanted) => {
    const key = "trace-console.preferences";
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const kept = typeof stored === "object" ? stored : {};
    localStorage.setItem(key, JSON.stringify({ ...kept, language: wanted }));
    window.dispatchEvent(new StorageEvent("storage", { key }));
  }, language);
  await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
}

for (const width of widths) {
  for (const [name, open] of Object.entries(states)) {
    test.describe(`${width} px`, () => {
      test.use({ viewport: { width, height: width < 500 ? 844 : 900 } });
      if (name.startsWith("signed-out")) test.use({ storageState: signedOutState });

      test(`pictures of ${name}`, async ({ page }) => {
        test.setTimeout(60_000);
        mkdirSync(folder, { recursive: true });
        await open(page);
        for (const language of languages) {
          await speak(page, language);
          for (const colorScheme of themes) {
            await page.emulateMedia({ colorScheme });
            await page.screenshot({
              path: join(folder, `${name}_${width}_${colorScheme}_${language}.jpg`),
              type: "jpeg",
              quality: 70,
              animations: "disabled",
              caret: "hide",
            });
          }
        }
      });
    });
  }
}
