import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Reveal } from "./viewer-state.ts";

const targets = { line: "[aria-selected='true']", match: "mark[data-current]" };

/** Scrolls to what is to be brought into sight, as soon as it is in the document. */
export function useReveal(scroller: RefObject<HTMLElement | null>, reveal: Reveal | null): void {
  const done = useRef<Reveal | null>(null);
  // After each drawing: what was asked for may be drawn later than it was asked for.
  useLayoutEffect(() => {
    if (reveal === null || reveal === done.current || scroller.current === null) return;
    const target = scroller.current.querySelector(targets[reveal.what]);
    if (target === null) return;
    done.current = reveal;
    if (isInSight(target, scroller.current)) return;
    // Around a match one wants to read; line by line the page should move as little as it can.
    target.scrollIntoView({ block: reveal.what === "match" ? "center" : "nearest" });
  });
}

function isInSight(target: Element, scroller: Element): boolean {
  const [inner, outer] = [target.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}
