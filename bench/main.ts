import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { percentile } from "./percentile.ts";
import { makeRandomQueries } from "./random-queries.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

const { values } = parseArgs({ options: { traces: { type: "string", default: "1000000" } } });
const count = Number(values.traces);
const folder = mkdtempSync(join(tmpdir(), "trace-console-bench-"));
const say = (line: string) => console.log(line);
const format = (number: number, digits = 0) =>
  number.toLocaleString("en-US", { maximumFractionDigits: digits });

/** Seconds that `work` takes. */
function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function bytesBelow(path: string): number {
  return readdirSync(path, { recursive: true })
    .map((name) => statSync(join(path, String(name))))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

try {
  const end = Date.now();
  say(`Making ${format(count)} traces …`);
  const { files, jsonBytes } = writeTraceFiles(join(folder, "export"), count, end);
  say(`${files.length} files, ${format(jsonBytes / count)} bytes of JSON a trace`);

  // The floor in the same run: what reading the files costs anybody.
  const reading = secondsOf(() => {
    for (const file of files) JSON.parse(gunzipSync(readFileSync(file)).toString());
  });
  say(`reference, gunzip and JSON.parse alone   ${format(count / reading)} traces/s`);

  const dataDir = join(folder, "data");
  const importing = secondsOf(() => {
    const { status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "..", "apps", "cli", "main.ts"), "import", join(folder, "export")],
      { env: { ...process.env, DATA_DIR: dataDir }, stdio: ["ignore", "ignore", "inherit"] },
    );
    if (status !== 0) throw new Error(`the import ended with code ${status}`);
  });
  say(`import, durable, duplicates detected     ${format(count / importing)} traces/s`);
  say(`import to reference                      1 : ${format(importing / reading, 1)}`);
  say(
    `on disk                                  ${format(bytesBelow(dataDir) / count)} bytes a trace`,
  );

  const open = () =>
    openEmbeddedStore({
      folder: join(dataDir, "traces"),
      retentionDays: 7,
      clock: () => end,
    });
  let store = open();
  const queries = await makeRandomQueries(store, 2_000, end);
  await store.close();
  const opening = performance.now();
  store = open();
  for (const { project_id } of queries.slice(0, 50)) await store.listOperations(project_id);
  say(`open and load the columns                ${format(performance.now() - opening)} ms`);
  const pages: number[] = [];
  const totals: number[] = [];
  let found = 0;
  for (const { project_id, query } of queries) {
    const start = performance.now();
    const page = await store.list(project_id, { ...query, limit: 50 });
    const afterPage = performance.now();
    await store.summarize(project_id, { ...query, facets: ["service_type", "user"] });
    pages.push(afterPage - start);
    totals.push(performance.now() - afterPage);
    if (page.traces.length > 0) found += 1;
  }
  await store.close();
  say(`${queries.length} random queries, of which ${found} find something (ms, p50 / p99 / max):`);
  for (const [name, times] of [
    ["first page of 50", pages],
    ["total and two facets", totals],
  ] as const) {
    const figures = [percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)];
    say(`  ${name.padEnd(38)} ${figures.map((ms) => format(ms, 2)).join(" / ")}`);
  }
  say(
    `peak memory                              ${format(process.resourceUsage().maxRSS / 1024)} MiB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
