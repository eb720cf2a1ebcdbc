import type { Locator } from "@playwright/test";

/** What a reader sees who opens a trace in every way. */
interface OpenedTrace {
  /** Keys and values of the expanded row. */
  readonly details: [string, string][];
  /** The text of the dialog. */
  readonly dialog: string;
}

/**
 * Expands each of the first `count` rows and opens its dialog, one after the other, as fast as the
 * page lets it: clicks come from a script, so that hundreds take seconds.
 */
export async function openEveryTrace(region: Locator, count: number): Promise<OpenedTrace[]> {
  const text = await region.evaluate(openInPage, count);
  const opened: unknown = JSON.parse(text);
  if (!isList(opened)) throw new Error("No trace was opened.");
  return opened;
}

function isList(value: unknown): value is OpenedTrace[] {
  return Array.isArray(value);
}

/** Runs in the page. @returns JSON text, which keeps halves of surrogate pairs as they are. */
async function openInPage(region: Element, count: number): Promise<string> {
  async function find(read: () => Element | null | undefined, what: string): Promise<Element> {
    for (let frames = 0; frames < 600; frames++) {
      const element = read();
      if (element) return element;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    throw new Error(`There is no ${what}.`);
  }
  const press = (element: Element | null | undefined) => {
    if (element instanceof HTMLElement) element.click();
  };
  const textOf = (element: Element | null | undefined) => element?.textContent ?? "";
  const jsonText = () => document.querySelector('[role="dialog"] [aria-label="Trace JSON"]');

  const opened: { details: [string, string][]; dialog: string }[] = [];
  for (let index = 0; index < count; index++) {
    const row = await find(() => {
      const found = region.querySelector(`[aria-rowindex="${index + 2}"]`);
      if (found === null) [...region.querySelectorAll("[aria-rowindex]")].at(-1)?.scrollIntoView();
      return found;
    }, `row ${index}`);
    row.scrollIntoView({ block: "center" });
    const arrow = row.querySelector("button[aria-expanded]");
    press(arrow);
    const list = await find(
      () =>
        document.getElementById(arrow?.getAttribute("aria-controls") ?? "")?.querySelector("dl"),
      `details of row ${index}`,
    );
    const values = [...list.querySelectorAll("dd")].map(textOf);
    const details = [...list.querySelectorAll("dt")].map((key, place): [string, string] => [
      textOf(key),
      values[place] ?? "",
    ]);
    press(arrow);
    press([...row.querySelectorAll("button")].at(-1));
    const json = await find(jsonText, `dialog of row ${index}`);
    // The page draws what is in sight: let that be all of it.
    const lines = json.querySelector('[role="tree"]');
    if (lines instanceof HTMLElement) lines.style.maxHeight = "none";
    await find(() => (textOf(json).endsWith("\n}") ? json : null), `end of dialog ${index}`);
    const dialog = textOf(json);
    press(document.querySelector('[role="dialog"] button[aria-label="Close"]'));
    await find(() => (jsonText() === null ? region : null), `closed dialog of row ${index}`);
    opened.push({ details, dialog });
  }
  return JSON.stringify(opened);
}
