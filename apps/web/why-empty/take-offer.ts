import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { Offer } from "./questions.ts";
import { type Removal, withoutFilters } from "./removals.ts";
import { rangeWithEarlier, rangeWithLater } from "./shifted-range.ts";

interface Situation {
  /** The query that is empty. */
  readonly query: TraceQuery;
  readonly removals: readonly Removal[];
  /** Since when traces are kept, ms since 1970. */
  readonly since: number;
  /** The present moment, ms since 1970. */
  readonly now: number;
}

/** The query that brings what was offered. */
export function takeOffer(offer: Offer, { query, removals, since, now }: Situation): TraceQuery {
  switch (offer.kind) {
    case "without":
      return removals.find(({ key }) => key === offer.key)?.query ?? query;
    case "withoutAny":
      return withoutFilters(query);
    case "earlier":
      return { ...query, ...rangeWithEarlier(query, offer.time, since) };
    case "later":
      return { ...query, ...rangeWithLater(query, offer.time, now) };
    case "latest":
      return { trace_type: offer.traceType, ...rangeWithEarlier(query, offer.time, since) };
  }
}
