import {
  excludedField,
  filterFields,
  traceFilterSchema,
} from "@trace-console/contracts/trace-filter";
import type { ExcludedField, FilterField, TraceQuery } from "@trace-console/contracts/trace-filter";

/** The filters that share the control "Search By": it holds one of them at a time. */
export const searchByFields = ["trace_name", "resource_id", "resource_name"] as const;
export type SearchByField = (typeof searchByFields)[number];

/** The query with the values of one filter replaced; none takes the filter away. */
export function withFilter(
  query: TraceQuery,
  field: FilterField | ExcludedField,
  values: readonly string[],
): TraceQuery {
  const { [field]: _dropped, ...rest } = query;
  if (values.length === 0) return rest;
  const { from, to } = query;
  return { ...traceFilterSchema.parse({ ...rest, [field]: [...values] }), from, to };
}

/**
 * The query with another trace source. A resource type belongs to its source, so another source
 * takes it away.
 */
export function withTraceSource(query: TraceQuery, source: string | null): TraceQuery {
  const values = source === null ? [] : [source];
  return withFilter(withFilter(query, "resource_type", []), "service_type", values);
}

/** The query with one filter of "Search By" in place of any other. */
export function withSearchBy(
  query: TraceQuery,
  field: SearchByField | null,
  text: string,
): TraceQuery {
  const none = searchByFields.reduce((rest, name) => withFilter(rest, name, []), query);
  return field === null || text === "" ? none : withFilter(none, field, [text]);
}

/** The filter that "Search By" shows for a query, and its value; null for "All filters". */
export function searchByOf(query: TraceQuery): { field: SearchByField; text: string } | null {
  for (const field of searchByFields) {
    const [text, ...more] = query[field] ?? [];
    if (text !== undefined && more.length === 0) return { field, text };
  }
  return null;
}

/** The value that a control for a single value shows; null when there is none or more than one. */
export function singleValue(query: TraceQuery, field: FilterField): string | null {
  const [value, ...more] = query[field] ?? [];
  return value !== undefined && more.length === 0 ? value : null;
}

/** How the console names its filters. */
interface FilterTexts {
  readonly labels: Readonly<Record<FilterField, string>>;
  /** The search for a text. */
  readonly text: string;
  /** A filter that leaves values out, by the label of the one that asks for them. */
  readonly isNot: (label: string) => string;
}

/** A filter value in force. */
export interface FilterInForce {
  readonly field: FilterField | ExcludedField | "text";
  readonly label: string;
  readonly value: string;
}

/** Every filter value in force, in words: what is asked for, what is left out, and the text. */
export function filtersInForce(query: TraceQuery, texts: FilterTexts): readonly FilterInForce[] {
  const { text } = query;
  return [
    ...filterFields.flatMap((field) => {
      const [label, excluded] = [texts.labels[field], excludedField(field)];
      return [
        ...(query[field] ?? []).map((value) => ({ field, label, value })),
        ...(query[excluded] ?? []).map((value) => ({
          field: excluded,
          label: texts.isNot(label),
          value,
        })),
      ];
    }),
    ...(text === undefined ? [] : [{ field: "text", label: texts.text, value: text } as const]),
  ];
}

/** The query without one of its filter values. */
export function withoutFilter(query: TraceQuery, { field, value }: FilterInForce): TraceQuery {
  if (field !== "text") {
    const others = (query[field] ?? []).filter((other) => other !== value);
    return withFilter(query, field, others);
  }
  const { text: _dropped, ...rest } = query;
  return rest;
}

/** The filters that a control of the page shows: some of them only as long as they hold one value. */
function fieldsWithControl(query: TraceQuery): readonly FilterInForce["field"][] {
  const shown: FilterInForce["field"][] = ["user", "text"];
  const searchBy = searchByOf(query);
  if (searchBy !== null) shown.push(searchBy.field);
  for (const field of ["service_type", "resource_type", "trace_rating"] as const) {
    if (singleValue(query, field) !== null) shown.push(field);
  }
  return shown;
}

/**
 * The filter values in force that no control shows: those of a shared link with several trace
 * sources, or with filters that the page has no control for. Nothing narrows the list unseen.
 */
export function filtersWithoutControl(
  query: TraceQuery,
  texts: FilterTexts,
): readonly FilterInForce[] {
  const shown = fieldsWithControl(query);
  return filtersInForce(query, texts).filter(({ field }) => !shown.includes(field));
}

/**
 * The filter values in force that are out of sight while the controls are folded: those that a
 * control shows. The text is not among them: its field stays.
 */
export function filtersInFold(query: TraceQuery, texts: FilterTexts): readonly FilterInForce[] {
  const shown = fieldsWithControl(query);
  return filtersInForce(query, texts).filter(
    ({ field }) => field !== "text" && shown.includes(field),
  );
}
