import type { RefObject } from "react";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";

/** Lets "/" put the focus into a field from wherever nothing is typed. */
export function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useShortcuts({
    search: () => {
      field.current?.focus();
      field.current?.select();
    },
  });
}
