import { readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Lines of the page that are printed at most. */
const mostLines = 120;

/**
 * Prints what a failed test saw, as roles and labels: where tests run by themselves, their output
 * is all that is left of them.
 */
export default class PageOfFailureReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    const context = result.attachments.find(({ name }) => name === "error-context");
    const text = context?.body?.toString() ?? (context?.path && readFileSync(context.path, "utf8"));
    if (!text) return;
    const page = text.split("# Page snapshot").at(-1)?.split("# Test source")[0] ?? text;
    console.log(`\nThe page at the end of "${test.title}":`);
    console.log(page.trim().split("\n").slice(0, mostLines).join("\n"));
  }

  printsToStdio(): boolean {
    return false;
  }
}
