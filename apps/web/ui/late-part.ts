import { type ComponentType, lazy } from "react";

/**
 * A part of the page that is fetched when it is first shown. When it cannot be had nothing stands
 * there: only for what the page can do without.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load().catch(() => nothing) }));
}

function nothing(_props: object) {
  return null;
}
