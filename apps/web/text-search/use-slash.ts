import { useEffect } from "react";
import type { RefObject } from "react";

/** Where a slash is a slash, and where nothing outside may take the focus. */
const keepsSlash = [
  "input:not([type='radio'], [type='checkbox'])",
  "textarea",
  "select",
  "[contenteditable]",
  "[role='dialog']",
].join();

/** Lets "/" put the focus into a field from wherever nothing is typed. */
export function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (key !== "/" || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(keepsSlash) !== null) return;
      if (document.querySelector("[aria-modal='true']") !== null) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
}
