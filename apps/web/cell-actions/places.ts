import type { Trace } from "@trace-console/contracts/trace";
import { filterFields } from "@trace-console/contracts/trace-filter";
import { type CellValue, cellValueOf } from "./cell-value.ts";

/** An element of the table that stands for a value of a trace. */
export interface Place {
  /** Tells it from the other places of the table. */
  readonly key: string;
  readonly element: HTMLElement;
  readonly cell: CellValue;
}

/** What an element stands for: it names its field in `data-field`, and lies in the trace's rows. */
export function placeOf(element: HTMLElement, traces: readonly Trace[]): Place | null {
  const field = filterFields.find((name) => name === element.dataset["field"]);
  const trace = traces[Number(element.closest("tbody")?.dataset["index"])];
  if (field === undefined || trace === undefined) return null;
  const cell = cellValueOf(trace, field);
  return cell === null ? null : { key: `${trace.trace_id} ${field}`, element, cell };
}

/** The cell with a value around what an event came from. */
export function cellAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("td[data-field]") : null;
}

/** The button that opens a menu around what an event came from. */
export function buttonAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-cell-menu]") : null;
}

/** The places in the row around what an event came from; the details below it are no row. */
export function placesAround(
  target: EventTarget | null,
  traces: readonly Trace[],
): readonly Place[] {
  const cells = rowAround(target)?.querySelectorAll<HTMLElement>("td[data-field]") ?? [];
  return [...cells].flatMap((cell) => placeOf(cell, traces) ?? []);
}

/** The button or link before or after one in its row. */
export function neighbourOf(control: EventTarget | null, step: -1 | 1): HTMLElement | null {
  const found = rowAround(control)?.querySelectorAll<HTMLElement>("button, a[href]") ?? [];
  const controls = [...found];
  const at = controls.findIndex((one) => one === control);
  return at === -1 ? null : (controls[at + step] ?? null);
}

function rowAround(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("tbody > tr[aria-rowindex]") : null;
}
