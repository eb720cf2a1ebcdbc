import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { isExhaustive } from "@trace-console/trace-samples/exhaustive";
import { chromiumSwitches } from "../scripts/chromium-switches.mjs";

const results = join(import.meta.dirname, "..", "test-results");

/**
 * The browser tests: Chromium (CHROMIUM_PATH, else Playwright's own) on servers that each worker
 * starts for itself. A test that fails once has found something, so nothing is tried again.
 */
export default defineConfig({
  testDir: ".",
  // Pictures of every state take minutes, and are for people to look at.
  testIgnore: process.env["STATES_DIR"] ? [] : ["pictures/**"],
  // The exhaustive run has only tests that are samples otherwise: those marked, and all of attacks.
  ...(isExhaustive ? { grep: /@sampled|attacks-/ } : {}),
  outputDir: join(results, "e2e"),
  reporter: [["list"], ["./page-of-failure-reporter.ts"]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 8_000 },
  use: {
    browserName: "chromium",
    // So high that the rows a test looks at are in sight, whatever other tests add before them.
    viewport: { width: 1440, height: 2400 },
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    permissions: ["clipboard-read", "clipboard-write"],
    actionTimeout: 8_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"],
      args: chromiumSwitches,
    },
  },
});
