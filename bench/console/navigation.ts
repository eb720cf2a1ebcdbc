import type { Browser, Page } from "@playwright/test";
import { withNewPage } from "./browser.ts";
import { type Target, listAddress } from "./target.ts";

const minute = 60_000;

/** What a first visit fetches, bytes as they travel. */
export interface FirstLoad {
  readonly script: number;
  readonly style: number;
  readonly all: number;
}

/** Marks the moment at which the first row has been drawn. Runs in the page before its own code. */
function markFirstRow(): void {
  const look = () => {
    if (document.querySelector('[aria-rowindex="2"]') === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => performance.mark("first row"));
  };
  requestAnimationFrame(look);
}

function readMark(): number | undefined {
  return performance.getEntriesByName("first row")[0]?.startTime;
}

async function openList(page: Page, address: string): Promise<number> {
  await page.addInitScript(markFirstRow);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(readMark);
  return (await page.evaluate(readMark)) ?? Number.NaN;
}

/**
 * How long after the address was entered the first rows are drawn, ms: each time in a new window
 * whose cache is empty, of another week each time, as the server keeps pages.
 */
export async function measureNavigation(
  browser: Browser,
  target: Target,
  times: number,
): Promise<number[]> {
  const measured: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const address = listAddress(target, target.end - index * 17 * minute);
    measured.push(await withNewPage(browser, target, (page) => openList(page, address)));
  }
  return measured;
}

/** Counts the bytes that a first visit fetches before and after its first rows. */
export function measureFirstLoad(browser: Browser, target: Target): Promise<FirstLoad> {
  return withNewPage(browser, target, async (page, context) => {
    const session = await context.newCDPSession(page);
    const kinds = new Map<string, string>();
    const bytes: Record<string, number> = {};
    session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "";
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    await session.send("Network.enable");
    await openList(page, listAddress(target, target.end));
    await page.waitForLoadState("networkidle");
    const all = Object.values(bytes).reduce((sum, one) => sum + one, 0);
    return { script: bytes["Script"] ?? 0, style: bytes["Stylesheet"] ?? 0, all };
  });
}
