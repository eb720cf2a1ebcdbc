import { expect } from "@playwright/test";
import type { Trace } from "@trace-console/contracts/trace";
import { watchForeignRequests } from "./harmless.ts";
import { dublin } from "./known-projects.ts";
import { storedTest } from "./stored-test.ts";

/** What would be an element if it were no text. */
export const script = "<script>alert(1)</script>";

/**
 * Tests on a project that holds nothing but attacks; each fails when the page asks others for
 * anything.
 */
export function attackedTest(build: (now: number) => Trace[]) {
  const test = storedTest((now) => [{ project: dublin, traces: build(now) }]);
  return test.extend<{ noForeignRequests: undefined }>({
    noForeignRequests: [
      async ({ page, server }, provide) => {
        const foreign = watchForeignRequests(page, server.url);
        await provide(undefined);
        expect(foreign, "requests to others").toEqual([]);
      },
      { auto: true, timeout: 60_000 },
    ],
  });
}
