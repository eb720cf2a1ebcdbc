import type { Locator } from "@playwright/test";

/** The rows of a virtual table, all of them, though only some are in the document at a time. */
export interface WalkedTable {
  /** The texts from Trace Name to Operation Time of each row, top to bottom. */
  readonly rows: string[][];
  /** The most rows that were in the document at once. */
  readonly mostInDocument: number;
  /** Height of the highest row, px. */
  readonly highest: number;
}

/** After this time the walk gives back what it has found, in milliseconds. */
const patience = 20_000;

/**
 * Scrolls the table of traces from its top to its end, as fast as the page lets it, and reads every
 * row by its `aria-rowindex`.
 */
export async function walkTable(region: Locator): Promise<WalkedTable> {
  const text = await region.evaluate(walkInPage, patience);
  const walked: unknown = JSON.parse(text);
  if (!isWalkedTable(walked)) throw new Error("The walk through the table brought no rows.");
  return walked;
}

function isWalkedTable(value: unknown): value is WalkedTable {
  return typeof value === "object" && value !== null && "rows" in value;
}

/** Runs in the page. @returns JSON text, which keeps halves of surrogate pairs as they are. */
async function walkInPage(region: Element, limit: number): Promise<string> {
  const found = new Map<number, string[]>();
  const settle = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  const isAtEnd = () =>
    region.scrollTop + region.clientHeight >= region.scrollHeight - 1 &&
    (region.textContent ?? "").includes("No older traces");
  const deadline = performance.now() + limit;
  let mostInDocument = 0;
  let highest = 0;
  let wasAtEnd = false;
  region.scrollTop = 0;
  while (performance.now() < deadline) {
    await settle();
    const rows = [...region.querySelectorAll("tbody tr[aria-rowindex]")];
    mostInDocument = Math.max(mostInDocument, rows.length);
    for (const row of rows) {
      highest = Math.max(highest, row.getBoundingClientRect().height);
      const cells = [...row.children].slice(1, 9).map((cell) => cell.textContent ?? "");
      found.set(Number(row.getAttribute("aria-rowindex")), cells);
    }
    if (wasAtEnd && isAtEnd()) break;
    wasAtEnd = isAtEnd();
    // The last row in the document becomes the first in sight: no row is passed over.
    if (!wasAtEnd) (rows.at(-1) ?? region).scrollIntoView({ block: "start" });
  }
  const inOrder = [...found].toSorted(([a], [b]) => a - b).map(([, cells]) => cells);
  region.scrollTop = 0;
  return JSON.stringify({ rows: inOrder, mostInDocument, highest });
}
