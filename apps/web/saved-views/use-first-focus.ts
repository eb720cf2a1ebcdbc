import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A ref for what has the focus from when its part of the panel takes the place of another one. What
 * had it before is gone then; when the panel opens, it is the popover that moves the focus.
 */
export function useFirstFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) part.current?.focus();
  }, []);
  return part;
}
