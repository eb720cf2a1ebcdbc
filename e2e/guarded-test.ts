import { test as base, expect } from "@playwright/test";

/** Chromium writes every reply of 400 and more to the console, also those that a page expects. */
const failedRequest = /^Failed to load resource:/;

/**
 * Playwright's `test` that also fails when the page reported an error, broke its content security
 * policy or opened one of the browser's dialogs, whatever the test itself looked at.
 */
export const guardedTest = base.extend<{ problems: readonly string[] }>({
  problems: [
    async ({ page }, provide) => {
      const problems: string[] = [];
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`CSP violation: ${event.effectiveDirective} ${event.blockedURI}`);
        });
      });
      page.on("console", (message) => {
        if (message.type() === "error" && !failedRequest.test(message.text())) {
          problems.push(message.text());
        }
      });
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("dialog", (dialog) => {
        problems.push(`${dialog.type()}: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await provide(problems);
      expect(problems, "errors that the page reported").toEqual([]);
    },
    { auto: true },
  ],
});
