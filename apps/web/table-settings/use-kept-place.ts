import type { Virtualizer } from "@tanstack/react-virtual";
import { type UIEvent, useLayoutEffect, useRef } from "react";

/**
 * Keeps the reader's place when all rows take another form, and with it another height: the first
 * row in sight stays the first one.
 *
 * @returns what the list has to tell of its scrolling to.
 */
export function useKeptPlace(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  form: string,
): (event: UIEvent<HTMLElement>) => void {
  const first = useRef(0);
  const shown = useRef(form);
  useLayoutEffect(() => {
    if (shown.current === form) return;
    shown.current = form;
    if (first.current > 0) virtualizer.scrollToIndex(first.current, { align: "start" });
  }, [virtualizer, form]);
  return ({ currentTarget }) => {
    // Below the head, and past what a browser rounds off.
    const top = currentTarget.scrollTop + virtualizer.options.scrollPaddingStart + 1;
    first.current = virtualizer.getVirtualItemForOffset(top)?.index ?? 0;
  };
}
