import { useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import {
  changePreferences,
  previewPreferences,
  usePreference,
} from "../preferences/preferences.ts";
import { presentWidths, widened, withoutWidth } from "./change-widths.ts";
import type { Widths } from "./column-widths.ts";

/** How far a key moves the edge of a column, in px. */
const steps: Readonly<Partial<Record<string, number>>> = { ArrowLeft: -10, ArrowRight: 10 };

/** A pointer that is pressed on the edge of a column. */
interface Press {
  readonly x: number;
  /** The widths of all columns when it was pressed. */
  readonly widths: Widths;
  /** Those of them that are kept, should the press be given up. */
  readonly given: Widths;
}

/** What lets keyboard and pointer move the right edge of a column. */
export function useResizing(id: string) {
  const given = usePreference("widths");
  const press = useRef<Press | null>(null);

  const giveUp = () => {
    if (press.current !== null) previewPreferences({ widths: press.current.given });
    press.current = null;
  };

  return {
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape") giveUp();
      const step = steps[event.key];
      if (step === undefined) return;
      // The table would scroll sideways.
      event.preventDefault();
      changePreferences({ widths: widened(presentWidths(given), id, step) });
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, widths: presentWidths(given), given };
    },
    onPointerMove: ({ clientX }: PointerEvent<HTMLElement>) => {
      if (press.current === null) return;
      const { x, widths } = press.current;
      previewPreferences({ widths: widened(widths, id, clientX - x) });
    },
    onPointerUp: ({ clientX }: PointerEvent<HTMLElement>) => {
      if (press.current === null) return;
      const { x, widths } = press.current;
      // A click moves nothing: all columns stay as they were laid out.
      if (clientX === x) giveUp();
      else changePreferences({ widths: widened(widths, id, clientX - x) });
      press.current = null;
    },
    onPointerCancel: giveUp,
    onDoubleClick: () => changePreferences({ widths: withoutWidth(given, id) }),
  };
}
