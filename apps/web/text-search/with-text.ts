import type { TraceQuery } from "@trace-console/contracts/trace-filter";

/** The query that searches for what was typed, without outer spaces; an empty text for none. */
export function withText(query: TraceQuery, typed: string): TraceQuery {
  if (typed === (query.text ?? "")) return query;
  const { text: applied, ...rest } = query;
  const text = typed.trim();
  if (text === (applied ?? "")) return query;
  return text === "" ? rest : { ...rest, text };
}
