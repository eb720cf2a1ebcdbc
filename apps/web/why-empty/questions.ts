import { traceKinds } from "@trace-console/contracts/trace";
import type { TraceKind } from "@trace-console/contracts/trace";
import { readsTraces } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { lastInstant } from "../ui/format-time.ts";
import type { Ask } from "./ask.ts";
import { findOldest } from "./find-oldest.ts";
import { withoutFilters } from "./removals.ts";
import type { Removal } from "./removals.ts";

/** A change of the query that brings traces. A time is that of the trace that it leads to. */
export type Offer =
  | { readonly kind: "without"; readonly key: string; readonly count: number }
  | { readonly kind: "withoutAny"; readonly count: number }
  | { readonly kind: "earlier" | "later"; readonly time: number }
  | { readonly kind: "latest"; readonly traceType: TraceKind; readonly time: number };

/** Why a query is empty. */
export type Reason = Offer | { readonly kind: "nothingStored" };

/** A query that found nothing. */
export interface Emptiness {
  readonly query: TraceQuery;
  readonly removals: readonly Pick<Removal, "key" | "query">[];
  /** Since when traces are kept, ms since 1970. */
  readonly keptFrom: number;
}

/** Something to ask about it. */
export interface Question {
  readonly id: string;
  /** Whether the service reads traces to answer it, which takes time. */
  readonly isSlow: boolean;
  /** Asks; null when it leads to no trace. */
  readonly find: () => Promise<Reason | null>;
}

/** So many filters are tried one by one; for a link with more there is the way without any. */
const removalsAtMost = 20;

/** What taking each filter away would bring. */
export function askWithoutEach({ removals }: Emptiness, ask: Ask): readonly Question[] {
  return removals.slice(0, removalsAtMost).map(({ key, query }): Question => ({
    id: `without ${key}`,
    isSlow: readsTraces(query),
    find: async () => {
      const count = await ask.count(query);
      return count === 0 ? null : { kind: "without", key, count };
    },
  }));
}

/** What taking all filters away would bring. */
export function askWithoutAny({ query }: Emptiness, ask: Ask): Question {
  return {
    id: "withoutAny",
    isSlow: false,
    find: async () => {
      const count = await ask.count(withoutFilters(query));
      return count === 0 ? null : { kind: "withoutAny", count };
    },
  };
}

/**
 * The nearest traces before the time range and after it, with the same filters. None after it where
 * traces are read to tell: the list is newest first, so that the oldest is found in several steps,
 * and each of them would search through all that came later.
 */
export function askOtherTimes({ query, keptFrom }: Emptiness, ask: Ask): readonly Question[] {
  const { from, to } = query;
  const isSearch = readsTraces(query);
  const questions: Question[] = [];
  if (from > keptFrom) {
    questions.push({
      id: "earlier",
      isSlow: isSearch,
      find: async () => {
        const [time] = await ask.times({ ...query, from: keptFrom, to: from }, 1);
        return time === undefined ? null : { kind: "earlier", time };
      },
    });
  }
  if (!isSearch && to < lastInstant) {
    questions.push({
      id: "later",
      isSlow: false,
      find: async () => {
        // No end: traces may lie ahead of the clock.
        const after = { ...query, from: Math.max(to, keptFrom), to: lastInstant };
        const time = await findOldest(after, ask);
        return time === null ? null : { kind: "later", time };
      },
    });
  }
  return questions;
}

/** The latest trace that the project holds, of either type. */
export function askLatest({ keptFrom }: Emptiness, ask: Ask): Question {
  return {
    id: "latest",
    isSlow: false,
    find: async () => {
      const always = { from: keptFrom, to: lastInstant };
      const ofTypes = await Promise.all(
        traceKinds.map(async (traceType) => {
          const [time] = await ask.times({ trace_type: traceType, ...always }, 1);
          return time === undefined ? [] : [{ kind: "latest" as const, traceType, time }];
        }),
      );
      const [latest] = ofTypes.flat().toSorted((a, b) => b.time - a.time);
      return latest ?? { kind: "nothingStored" };
    },
  };
}
