import { type RefObject, useEffect } from "react";

interface RegionListeners {
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A click, or what asks for a context menu: its key, Shift+F10, the other mouse button. */
  readonly onOpen: (event: MouseEvent) => void;
}

/** Listens to a whole table at once, so that its rows stay as light as they are. */
export function useRegionEvents(
  region: RefObject<HTMLElement | null>,
  { onPointerOver, onFocusIn, onKeyDown, onOpen }: RegionListeners,
): void {
  // After each drawing, as the listeners know what was drawn last.
  useEffect(() => {
    const element = region.current;
    if (element === null) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    element.addEventListener("pointerover", onPointerOver, { signal });
    element.addEventListener("focusin", onFocusIn, { signal });
    element.addEventListener("keydown", onKeyDown, { signal });
    element.addEventListener("click", onOpen, { signal });
    element.addEventListener("contextmenu", onOpen, { signal });
    return () => ended.abort();
  });
}
