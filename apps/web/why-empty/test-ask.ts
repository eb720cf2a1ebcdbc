import { traceKinds } from "@trace-console/contracts/trace";
import type { TraceKind } from "@trace-console/contracts/trace";
import { excludedField, filterFields } from "@trace-console/contracts/trace-filter";
import type { FilterField, TraceQuery } from "@trace-console/contracts/trace-filter";
import type { Ask } from "./ask.ts";

/** A trace as the tests know it: the fields that it has, and a text in it. */
export interface KnownTrace extends Readonly<Partial<Record<FilterField, string>>> {
  readonly time: number;
  readonly kind?: TraceKind;
  readonly text?: string;
}

function matches(trace: KnownTrace, query: TraceQuery): boolean {
  const { time, kind = traceKinds[0], text = "" } = trace;
  return (
    kind === query.trace_type &&
    time >= query.from &&
    time < query.to &&
    (query.text === undefined || text.includes(query.text)) &&
    filterFields.every((field) => {
      const value = trace[field];
      const wanted: readonly string[] | undefined = query[field];
      const unwanted: readonly string[] = query[excludedField(field)] ?? [];
      const isWanted = wanted === undefined || (value !== undefined && wanted.includes(value));
      return isWanted && (value === undefined || !unwanted.includes(value));
    })
  );
}

/** A service that holds these traces; what `isFailing` names is answered with a failure. */
export function askAbout(
  traces: readonly KnownTrace[],
  isFailing: (query: TraceQuery) => boolean = () => false,
) {
  const asked: TraceQuery[] = [];
  const atOnce = { now: 0, most: 0 };
  const find = async (query: TraceQuery) => {
    asked.push(query);
    atOnce.now += 1;
    atOnce.most = Math.max(atOnce.most, atOnce.now);
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
    atOnce.now -= 1;
    if (isFailing(query)) throw new Error("as the test wants it");
    return traces.filter((trace) => matches(trace, query)).map(({ time }) => time);
  };
  const ask: Ask = {
    count: async (query) => (await find(query)).length,
    times: async (query, limit) => {
      const times = await find(query);
      return times.toSorted((a, b) => b - a).slice(0, limit);
    },
    buckets: async (query, width) => {
      const counts = new Map<number, number>();
      for (const time of await find(query)) {
        const from = Math.floor(time / width) * width;
        counts.set(from, (counts.get(from) ?? 0) + 1);
      }
      return [...counts]
        .map(([from, count]) => ({ from, count }))
        .toSorted((a, b) => a.from - b.from);
    },
  };
  return { ask, asked, atOnce };
}
