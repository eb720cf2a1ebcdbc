import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { excludedField } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { csvFormatter } from "@trace-console/trace-tables/trace-csv";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { loadProject } from "../load/scope.ts";
import type { Engine, EngineKind, EngineOptions } from "../peers/engine.ts";
import { type BenchQuery, benchFields, hourMs, pageLength } from "../questions/question.ts";

const retentionDays = 7;
const ratings = ["normal", "warning", "incident"] as const;

/** Our store, opened in a process of its own like every engine that has no server. */
export const oursKind: EngineKind = {
  name: "Trace Console",
  describe: async () => "the embedded store of this tree, in-process",
  open: async (options) => openOurs(options),
};

/** The folder of the store within `DATA_DIR`, as the server and the importer expect it. */
function storeFolder(dataDir: string): string {
  return join(dataDir, "traces");
}

/** The query in the words of our store. */
function traceQueryOf({ from, to, is, isNot, text }: BenchQuery): TraceQuery {
  const query: TraceQuery = { trace_type: "system", from, to };
  for (const field of [...benchFields, "resource_id"] as const) {
    const [wanted, unwanted] = [is[field], isNot[field]];
    if (field === "trace_rating") {
      const known = (values: readonly string[]) => ratings.filter((one) => values.includes(one));
      if (wanted !== undefined) query.trace_rating = known(wanted);
      if (unwanted !== undefined) query.not_trace_rating = known(unwanted);
      continue;
    }
    if (wanted !== undefined) query[field] = [...wanted];
    if (unwanted !== undefined) query[excludedField(field)] = [...unwanted];
  }
  if (text !== undefined) query.text = text;
  return query;
}

function openOurs({ folder, end }: EngineOptions): Engine {
  let now = end;
  const store = openEmbeddedStore({
    folder: storeFolder(folder),
    retentionDays,
    clock: () => now,
  });
  const summarize = (query: BenchQuery, more: object) =>
    store.summarize(loadProject, { ...traceQueryOf(query), ...more });

  return {
    async insert(batch) {
      const records = batch.map(({ trace, wire }) => ({ trace, wire, original: undefined }));
      await store.append(loadProject, records);
    },
    async settle() {},
    prepare: () => store.prepare(),
    async page(query) {
      const asked = { ...traceQueryOf(query), limit: pageLength };
      return (await store.list(loadProject, asked)).traces.map(({ wire }) => wire);
    },
    find: async (trace_id) => (await store.find(loadProject, trace_id))?.wire,
    count: async (query) => (await summarize(query, {})).total,
    async facets(query) {
      const { facets } = await summarize(query, { facets: benchFields });
      return Object.fromEntries(
        Object.entries(facets).map(([field, values]) => [
          field,
          values.map(({ value, count }) => [value, count] as const),
        ]),
      );
    },
    async histogram(query) {
      const { histogram } = await summarize(query, { bucketMs: hourMs });
      return histogram.flatMap((bucket) =>
        ratings.flatMap((rating) =>
          bucket[rating] === 0 ? [] : [[bucket.from, rating, bucket[rating]] as const],
        ),
      );
    },
    async exportAll() {
      const all: TraceQuery = { trace_type: "system", from: 0, to: now + hourMs };
      let lines = 0;
      let bytes = 0;
      for await (const { bytes: piece } of store.exportTraces(loadProject, all)) {
        bytes += piece.length;
        for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
      }
      return { lines, bytes };
    },
    async exportCsv(most) {
      const all: TraceQuery = { trace_type: "system", from: 0, to: now + hourMs };
      let lines = 0;
      const formatter = { module: csvFormatter };
      for await (const { traces } of store.exportTraces(loadProject, all, { formatter })) {
        lines += traces;
        if (lines >= most) break;
      }
      return lines;
    },
    diskBytes: async () => bytesBelow(storeFolder(folder)),
    async dropBefore(time) {
      // Days that ended before now − retention are dropped.
      now = time + retentionDays * 24 * hourMs;
      await store.expire();
    },
    close: () => store.close(),
  };
}

function bytesBelow(path: string): number {
  return readdirSync(path, { recursive: true })
    .map((name) => statSync(join(path, String(name))))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}
