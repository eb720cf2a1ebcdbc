import { createHash } from "node:crypto";
import { constants, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { makeLoad } from "../load/make-load.ts";
import { loadProject } from "../load/scope.ts";
import { importFile } from "../ours/trace-console.ts";
import { Progress, readable } from "../run/progress.ts";

const seed = 7;
const batchLength = 20_000;
const hour = 3_600_000;
const day = 24 * hour;
/** Beyond the retention of any store that is measured, days. */
const longRetention = 3_650;
const largeBytes = 2_000_000;

/** The name of the one trace of 2 MB, which {@link addLargeTrace} adds. */
export const largeName = "create2MegabyteVersion";

/** A store that can be served: its folder is a `DATA_DIR`. */
export interface BenchStore {
  readonly folder: string;
  readonly projectId: string;
  /** Just after its newest trace, ms since 1970. */
  readonly end: number;
  /** What its server has to be told. */
  readonly env: Readonly<Record<string, string>>;
}

function describeStore(folder: string, projectId: string, end: number): BenchStore {
  // An older load must not expire while it is measured.
  const days = 7 + Math.max(0, Math.ceil((Date.now() - end) / day));
  return { folder, projectId, end, env: { DATA_DIR: folder, RETENTION_DAYS: String(days) } };
}

function openStore(folder: string) {
  return openEmbeddedStore({
    folder: join(folder, "traces"),
    retentionDays: longRetention,
    clock: () => Date.now(),
  });
}

/** Makes a store with so many traces of the benchmark's load in a new folder. */
export async function makeStore(folder: string, count: number): Promise<BenchStore> {
  const end = Math.floor(Date.now() / hour) * hour;
  const progress = new Progress(`Store: ${readable(count)} traces`);
  const store = openStore(folder);
  let batch = [];
  let made = 0;
  for (const { trace, wire } of makeLoad({ seed, count, end })) {
    batch.push({ trace, wire, original: undefined });
    made += 1;
    if (batch.length < batchLength && made < count) continue;
    await store.append(loadProject, batch);
    batch = [];
    progress.note(() => `${readable(made)} of ${readable(count)}`);
  }
  await store.close();
  progress.done("loaded");
  return describeStore(folder, loadProject, end);
}

/**
 * Copies the traces of another `DATA_DIR` into a new folder, as a server writes to what it serves.
 *
 * @throws Error when the project has none
 */
export async function copyStore(
  source: string,
  folder: string,
  projectId: string,
): Promise<BenchStore> {
  const progress = new Progress(`Store: copy ${source}`);
  const [from, to] = [source, folder].map((place) => join(place, "traces"));
  cpSync(from ?? "", to ?? "", { recursive: true, mode: constants.COPYFILE_FICLONE });
  const store = openStore(folder);
  const all = { trace_type: "system", from: 0, to: Date.now() + day, limit: 1 } as const;
  const newest = (await store.list(projectId, all)).traces[0]?.time;
  await store.close();
  if (newest === undefined) throw new Error(`the store has no trace of project ${projectId}`);
  progress.done("copied");
  return describeStore(folder, projectId, newest + 1);
}

/** Adds a trace of 2 MB of six days ago; importing it also registers the project. */
export function addLargeTrace({ folder, projectId, end, env }: BenchStore): void {
  const files = Array.from({ length: largeBytes / 50 }, (_, index) => ({
    key: createHash("md5").update(String(index)).digest("hex"),
    size: index,
  }));
  const time = end - 6 * day;
  const trace = buildTrace({
    project_id: projectId,
    trace_id: `large-${time}`,
    trace_name: largeName,
    time,
    record_time: time,
    request: JSON.stringify({ files }),
  });
  const file = join(folder, "large-trace.json");
  writeFileSync(file, JSON.stringify([trace]));
  importFile(file, env);
}
