import { type Locator, type Page, expect } from "@playwright/test";

/** Presses Tab until an element has the focus, and expects that the focus can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element.matches(":focus-visible"))) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}
