import type { Browser, Locator, Page } from "@playwright/test";
import { Random } from "@trace-console/trace-samples/random";
import { withNewPage } from "./browser.ts";
import { type Target, listAddress } from "./target.ts";

/** A query that finds less is given up for the whole week, so that rows keep coming. */
const fewRows = 20;

/**
 * Waits for the next click and then for the list that it asks for: its rows have been drawn, or it
 * is known that there are none. Runs in the page. @returns ms since the click
 */
function timeNextChange(): Promise<number> {
  const before = location.href;
  const isThere = () =>
    location.href !== before &&
    document.querySelector('[aria-label="Traces"][aria-busy]')?.getAttribute("aria-busy") ===
      "false";
  return new Promise((resolve, reject) => {
    const onClick = ({ timeStamp }: Event) => {
      let wasThere = false;
      const look = () => {
        const ms = performance.now() - timeStamp;
        if (ms > 10_000) return reject(new Error("nothing changed"));
        // What was there a frame ago has been drawn. A list of another query may be there for a
        // frame until it says that it is not.
        if (wasThere && isThere()) return resolve(ms);
        wasThere = isThere();
        return requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener("click", onClick, { capture: true, once: true });
  });
}

/** Something that one can choose now in one of the filters. */
async function findChoice(page: Page, random: Random): Promise<Locator> {
  const bar = page.getByRole("search");
  if (random.chance(0.3)) {
    const free = bar.getByRole("radio", { checked: false });
    return free.nth(random.int(await free.count()));
  }
  const labels = ["Trace Source", "Operator", "Resource Type"];
  const label = random.pick(labels);
  const input = bar.getByRole("combobox", { name: label, exact: true });
  if (await input.isDisabled()) return findChoice(page, random);
  await input.click();
  const options = page.getByRole("option", { selected: false }).filter({ hasText: /\d$/ });
  await options.first().waitFor();
  // The first ones are in sight.
  return options.nth(random.int(Math.min(12, await options.count())));
}

async function countRows(page: Page): Promise<number> {
  return page.locator("tbody tr[aria-rowindex]").count();
}

/**
 * How long after a click on a filter the new rows are drawn, ms, for random changes of filters to
 * queries that the page has not asked for yet.
 */
export function measureFilters(
  browser: Browser,
  target: Target,
  times: number,
  seed: number,
): Promise<number[]> {
  return withNewPage(browser, target, async (page) => {
    const random = new Random(seed);
    const measured: number[] = [];
    // The page keeps what it was answered: to come back to a query asks for nothing.
    const asked = new Set<string>();
    const start = async () => {
      asked.clear();
      await page.goto(listAddress(target, target.end));
      await page.locator('[aria-rowindex="2"]').waitFor();
      await page.waitForLoadState("networkidle");
      asked.add(page.url());
    };
    await start();
    while (measured.length < times) {
      const choice = await findChoice(page, random);
      const timed = page.evaluate(timeNextChange);
      await choice.click();
      const ms = await timed;
      if (!asked.has(page.url())) measured.push(ms);
      asked.add(page.url());
      await page.keyboard.press("Escape");
      await page.waitForLoadState("networkidle");
      if ((await countRows(page)) < fewRows) await start();
    }
    return measured;
  });
}
