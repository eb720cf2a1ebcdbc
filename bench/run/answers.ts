import { createHash } from "node:crypto";
import type { Engine, FacetCounts, HistogramCount, Wire } from "../peers/engine.ts";
import { benchFields, type Question } from "../questions/question.ts";

/** Where the id stands in a trace of the load: `{"trace_id":"…`. */
const idStart = 13;
const idEnd = idStart + 36;

type Answer = () => string;

function digest(parts: Iterable<Wire>): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex").slice(0, 16);
}

function describePage(wires: readonly Wire[]): string {
  const ids = wires.map((wire) => Buffer.from(wire).toString("latin1", idStart, idEnd));
  return `${wires.length} traces, ids ${digest(ids)}, JSON ${digest(wires)}, ${ids[0] ?? "none"} to ${ids.at(-1) ?? "none"}`;
}

function describeFacets(facets: FacetCounts): string {
  return benchFields
    .map((field) => {
      // A trace without a value is counted by some engines under the empty text.
      const values = (facets[field] ?? [])
        .filter(([value]) => value !== "")
        .map(([value, count]) => `${value} ${count}`)
        .toSorted();
      return `${field}: ${values.length} values ${digest(values)}`;
    })
    .join("; ");
}

function describeHistogram(counts: readonly HistogramCount[]): string {
  const lines = counts.map((count) => count.join(" ")).toSorted();
  const total = counts.reduce((sum, [, , count]) => sum + count, 0);
  return `${lines.length} counts of ${total} traces ${digest(lines)}`;
}

/**
 * Asks an engine a question.
 *
 * @returns what tells the answer in short, so that it can be compared; made after the clock stopped
 */
export async function ask(engine: Engine, question: Question): Promise<Answer> {
  switch (question.kind) {
    case "page": {
      const wires = await engine.page(question.query);
      return () => describePage(wires);
    }
    case "find": {
      const wire = await engine.find(question.trace_id);
      return () => describePage(wire === undefined ? [] : [wire]);
    }
    case "count": {
      const count = await engine.count(question.query);
      return () => `${count} traces`;
    }
    case "facets": {
      const facets = await engine.facets(question.query);
      return () => describeFacets(facets);
    }
    case "histogram": {
      const counts = await engine.histogram(question.query);
      return () => describeHistogram(counts);
    }
  }
}
