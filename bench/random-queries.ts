import { demoProjects } from "@trace-console/contracts/demo";
import type { FilterField, TraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import { Random } from "@trace-console/trace-samples/random";

const day = 86_400_000;
const combined = [
  "service_type",
  "resource_type",
  "trace_name",
  "user",
  "trace_rating",
] as const satisfies readonly FilterField[];

export interface RandomQuery {
  readonly project_id: string;
  readonly query: TraceQuery;
}

/**
 * Queries as an auditor might combine them: up to four filters with one to three values each, drawn
 * from the values that the store holds (frequent and rare alike, whether or not they ever meet),
 * over a range of an hour to seven days.
 */
export async function makeRandomQueries(
  store: TraceStore,
  count: number,
  end: number,
): Promise<RandomQuery[]> {
  const random = new Random(11);
  const below = (limit: number) => random.int(limit);
  const all = { trace_type: "system", from: end - 7 * day, to: end } as const;
  const values = await Promise.all(
    demoProjects.map(async ({ project_id }) => {
      const { facets } = await store.summarize(project_id, { ...all, facets: combined });
      return { project_id, facets };
    }),
  );
  return Array.from({ length: count }, () => {
    const { project_id, facets } = values[below(values.length)] ?? { project_id: "", facets: {} };
    const to = end - below(2) * below(6 * day);
    const query: TraceQuery = { ...all, from: to - (below(2) ? 7 * day : 3_600_000), to };
    for (const field of combined) {
      const known = facets[field] ?? [];
      if (known.length === 0 || below(5) < 3) continue;
      const drawn = Array.from(
        { length: 1 + below(3) },
        () => known[below(known.length)]?.value ?? "",
      );
      if (field === "trace_rating") query.trace_rating = ["warning"];
      else query[field] = [...new Set(drawn)];
    }
    return { project_id, query };
  });
}
