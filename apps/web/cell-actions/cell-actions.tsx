import type { Trace } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { type RefObject, useState } from "react";
import { createPortal } from "react-dom";
import { useTexts } from "../language/use-texts.ts";
import { ActionsButton } from "./actions-button.tsx";
import { CellMenu } from "./cell-menu.tsx";
import { keysHintId } from "./keys-hint.ts";
import {
  type Place,
  buttonAround,
  cellAround,
  neighbourOf,
  placeOf,
  placesAround,
} from "./places.ts";
import { texts } from "./texts.ts";
import { useRegionEvents } from "./use-region-events.ts";

const steps: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

interface CellActionsProps {
  /** Around the table: `data-field` of a cell is its field, `data-index` of a `tbody` its trace. */
  readonly region: RefObject<HTMLElement | null>;
  readonly traces: readonly Trace[];
  readonly projectId: string;
  readonly query: TraceQuery;
  readonly retentionDays: number;
  readonly onChange: (query: TraceQuery) => void;
}

/**
 * What can be done with the values of the table. Only the cell under the pointer and the cells of
 * the row with the focus have a button, and there is one menu, however many rows there are.
 */
export function CellActions(props: CellActionsProps) {
  const { region, traces, projectId, query, retentionDays, onChange } = props;
  const t = useTexts(texts);
  const [hovered, setHovered] = useState<Place | null>(null);
  const [inRow, setInRow] = useState<readonly Place[]>([]);
  const [opened, setOpened] = useState<Place | null>(null);
  const [done, setDone] = useState("");

  useRegionEvents(region, {
    onPointerOver: (event) => {
      const cell = cellAround(event.target);
      // Where nothing hovers, the expanded row has the buttons.
      if (opened !== null || event.pointerType === "touch") return;
      if (cell !== null && cell !== hovered?.element) setHovered(placeOf(cell, traces));
    },
    onFocusIn: (event) => {
      // From its menu the focus goes back to the button: it has to be there still.
      if (opened === null) setInRow(placesAround(event.target, traces));
    },
    onKeyDown: (event) => {
      const step = steps[event.key];
      if (step === undefined || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = neighbourOf(event.target, step);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    },
    onOpen: (event) => {
      const button = buttonAround(event.target);
      const place = button === null ? null : placeOf(button, traces);
      if (place === null) return;
      event.preventDefault();
      setDone("");
      setOpened(opened?.element === button ? null : place);
    },
  });

  /** Closes the menu with the focus on an element, or on the list when that is gone. */
  const leave = (element: HTMLElement | null, words: string) => {
    const next = element?.isConnected === true ? element : region.current;
    next?.focus({ preventScroll: true });
    setDone(words);
    setOpened(null);
  };

  const others = inRow.filter(({ element }) => element !== hovered?.element);
  // A row that was scrolled out of sight is gone, and may have come back as another element.
  const places = (hovered === null ? others : [...others, hovered]).filter(
    ({ element }) => element.isConnected,
  );
  return (
    <>
      {places.map((place) => (
        <ButtonInCell key={place.key} place={place} />
      ))}
      <p id={keysHintId} hidden>
        {t.keys}
      </p>
      <p role="status" className="visually-hidden">
        {done}
      </p>
      {opened === null ? null : (
        <CellMenu
          opener={opened.element}
          cell={opened.cell}
          projectId={projectId}
          query={query}
          retentionDays={retentionDays}
          onChange={(wanted, words) => {
            leave(null, words);
            onChange(wanted);
          }}
          onLeave={(words) => leave(null, words)}
          onReturn={(words) => leave(opened.element, words)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function ButtonInCell({ place: { element, cell } }: { place: Place }) {
  return createPortal(<ActionsButton cell={cell} inCell />, element);
}
