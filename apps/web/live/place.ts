/** Where somebody reads or works: an open row, a marked text, or a row that the keyboard is on. */
const inUse = '[aria-expanded="true"], tbody :focus-visible, tbody :checked';

/**
 * Whether somebody reads in the table of traces, so that no row may move: it is scrolled down, or
 * something in it is expanded, selected, or reached with the keyboard. Asked of the document, as
 * only that knows.
 */
export function isReading(region: HTMLElement): boolean {
  if (region.scrollTop > 0 || region.querySelector(inUse) !== null) return true;
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(region, true);
}

/**
 * Whether the pointer is down on something, or the keyboard is on the bars of the histogram: other
 * counts would take away what is just being chosen.
 */
export function isChoosing(): boolean {
  return document.querySelector(":active, [role='group']:focus-visible") !== null;
}
