import type { ComboboxProps } from "@mantine/core";
import type { SyntheticEvent } from "react";

/**
 * How the list of a field opens: beside the field in the document, so that it belongs to the same
 * landmark, and at once, so that keys pressed quickly reach it. `width` in px.
 */
export function fieldList(width: number): ComboboxProps {
  return {
    width,
    position: "bottom-start",
    withinPortal: false,
    transitionProps: { duration: 0 },
  };
}

/** Marks the text of a field, so that what is typed next replaces it. */
export function selectText(event: SyntheticEvent<HTMLInputElement>): void {
  event.currentTarget.select();
}
