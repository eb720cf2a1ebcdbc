import type { KeyboardEvent } from "react";
import { itemAfter } from "../cell-actions/item-after.ts";

/**
 * The arrow keys, Home and End lead through the saved views; Tab also reaches what can be done with
 * each of them.
 */
export function pressKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { currentTarget } = event;
  const panel = currentTarget.closest("[role='dialog']");
  const items = [...(panel?.querySelectorAll<HTMLElement>("[data-view-item]") ?? [])];
  const next = itemAfter(event.key, items.indexOf(currentTarget), items.length);
  if (next === null) return;
  items[next]?.focus();
  event.preventDefault();
}
