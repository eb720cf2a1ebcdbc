import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { ShortcutId } from "./shortcuts.ts";

/** What single keys do in a part of the page. */
type Actions = { readonly [Id in ShortcutId]?: () => void };

/** Those of the parts that are shown now: what a key does and what the help lists. */
const registered = new Set<RefObject<Actions>>();

/** Lets single keys do something while a part of the page is shown. */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    registered.add(latest);
    return () => {
      registered.delete(latest);
    };
  }, []);
}

/** What a shortcut does on the page that is shown now; undefined where it does nothing. */
export function actionOf(id: ShortcutId): (() => void) | undefined {
  for (const { current } of registered) {
    const action = current[id];
    if (action !== undefined) return action;
  }
  return undefined;
}
