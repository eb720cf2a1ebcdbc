import {
  excludedField,
  filterFields,
  formatTraceQuery,
  parseTraceQuery,
} from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { lastInstant } from "../ui/format-time.ts";
import type { texts } from "./texts.ts";
import { presetById, rangeOfPreset } from "./time-range.ts";
import type { PresetId } from "./time-range.ts";

/** What the Trace List shows: the query, and the preset that its time range came from. */
export interface TraceListState {
  readonly query: TraceQuery;
  readonly preset: PresetId | null;
  /** Whether new traces are shown as they come; only a preset has a range that goes on. */
  readonly live?: boolean;
}

/** Why a parameter does not fit; the texts say it in words. */
type Reason = keyof typeof texts.english.badAddress.reasons;

export type TraceListUrl =
  | { readonly ok: true; readonly state: TraceListState }
  | { readonly ok: false; readonly field: string; readonly reason: Reason };

const expected: Readonly<Record<string, Reason>> = {
  from: "time",
  to: "time",
  range: "preset",
  trace_type: "kind",
  trace_rating: "rating",
  not_trace_rating: "rating",
  text: "text",
};

function failure(field: string, reason: Reason = expected[field] ?? "other"): TraceListUrl {
  return { ok: false, field, reason };
}

/** Whether the parameters name no time at all, as when the page is opened from a menu. */
export function lacksTime(params: URLSearchParams): boolean {
  return !params.get("from") && !params.get("to");
}

/**
 * Adds the time range of the preset that the parameters name, else of the last hour, ending at
 * `now` (ms). All else stays.
 */
export function withTime(params: URLSearchParams, now: number): URLSearchParams {
  const preset = presetById(params.get("range"))?.id ?? "1h";
  const { from, to } = rangeOfPreset(preset, now);
  const completed = new URLSearchParams(params);
  completed.set("range", preset);
  completed.set("from", String(from));
  completed.set("to", String(to));
  return completed;
}

/**
 * Reads the state of the page from its parameters (`from` and `to` absolute in ms, `range` for a
 * preset, `live=1`, filters under their wire names).
 *
 * @returns the state, or the first parameter that does not fit and why.
 */
export function readTraceListUrl(params: URLSearchParams): TraceListUrl {
  const parsed = parseTraceQuery(params);
  if (!parsed.ok) return failure(parsed.field);
  const { query } = parsed;
  if (query.from > lastInstant) return failure("from");
  if (query.to > lastInstant) return failure("to");
  if (query.from >= query.to) return failure("from", "order");
  const range = params.get("range") ?? "";
  const preset = presetById(range);
  if (range !== "" && preset === null) return failure("range");
  // A range that was edited by hand is no longer the preset's.
  if (preset === null || query.to - query.from !== preset.ms) {
    return { ok: true, state: { query, preset: null } };
  }
  const state = { query, preset: preset.id };
  return { ok: true, state: params.get("live") === "1" ? { ...state, live: true } : state };
}

/**
 * Writes the state as parameters of the page; region, project, time zone and columns stay as they
 * are in `params`. A trace that the address opens is closed: it belongs to the list of before.
 */
export function formatTraceListUrl(
  params: URLSearchParams,
  { query, preset, live = false }: TraceListState,
): URLSearchParams {
  const written = new URLSearchParams();
  for (const name of ["region", "project", "zone", "columns"]) {
    const value = params.get(name);
    if (value !== null) written.set(name, value);
  }
  if (preset !== null) written.set("range", preset);
  if (live && preset !== null) written.set("live", "1");
  for (const [name, value] of formatTraceQuery(query)) written.append(name, value);
  return written;
}

/** The state after Reset: management traces of the last hour before `now` (ms), no filter. */
export function initialState(now: number): TraceListState {
  return { query: { trace_type: "system", ...rangeOfPreset("1h", now) }, preset: "1h" };
}

/** The state asked for again at `now` (ms): a preset moves along, a customized range stays. */
export function stateAt(state: TraceListState, now: number): TraceListState {
  const { query, preset } = state;
  return preset === null ? state : { ...state, query: { ...query, ...rangeOfPreset(preset, now) } };
}

/** Whether any filter narrows the query. */
export function isFiltered(query: TraceQuery): boolean {
  if (query.trace_type !== "system" || query.text !== undefined) return true;
  const names = filterFields.flatMap((field) => [field, excludedField(field)]);
  return names.some((name) => (query[name]?.length ?? 0) > 0);
}
