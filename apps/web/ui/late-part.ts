import type { ComponentType } from "react";
import { type LateComponent, lateComponent } from "./late-component.tsx";

/**
 * A part of the page that is fetched when it is first shown. When it cannot be had nothing stands
 * there: only for what the page can do without.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LateComponent<Props> {
  return lateComponent(load, nothing);
}

function nothing(_props: object) {
  return null;
}
