import { useEffect } from "react";
import { usePreferences } from "../preferences/preferences.ts";
import { shortcutOf } from "./shortcuts.ts";
import { actionOf } from "./use-shortcuts.ts";

/** Where keys are typed or have a meaning of their own, and what nothing outside may reach into. */
const keepsKeys = [
  "input:not([type='radio'], [type='checkbox'])",
  "textarea",
  "select",
  "[contenteditable]",
  "[role='dialog']",
  "[role='menu']",
  "[role='listbox']",
].join();

/** What Enter means something to. */
const takesEnter =
  "a, button, input, summary, [role='group'], [role='separator'], [role='slider'], [role='switch']";

function isFree(target: EventTarget | null, key: string): boolean {
  if (document.querySelector("[aria-modal='true']") !== null) return false;
  if (!(target instanceof Element)) return true;
  return target.closest(keepsKeys) === null && !(key === "Enter" && target.matches(takesEnter));
}

/** Lets the keys of the page do what its parts have registered, wherever nothing is typed. */
export function useShortcutKeys(): void {
  const { shortcuts: areOn } = usePreferences();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const id = shortcutOf(event, areOn);
      const action = id === undefined ? undefined : actionOf(id);
      if (action === undefined || event.defaultPrevented) return;
      if (!isFree(event.target, event.key)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [areOn]);
}
