import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { demoProjects } from "@trace-console/contracts/demo";
import { makeTraces } from "@trace-console/trace-samples/make-traces";

const tracesPerFile = 5_000;

/**
 * Writes `count` sample traces as exported trace files (`.json.gz`) in the OBS layout, which the
 * importer reads like those of a bucket.
 *
 * @returns the files, and how many bytes of JSON they hold.
 */
export function writeTraceFiles(
  folder: string,
  count: number,
  end: number,
): { files: string[]; jsonBytes: number } {
  const files: string[] = [];
  let jsonBytes = 0;
  const pending = new Map<string, string[]>();
  const write = (region: string, traces: readonly string[]) => {
    const day = new Date(end);
    const path = join(
      folder,
      "CloudTraces",
      region,
      `${day.getUTCFullYear()}`,
      `${day.getUTCMonth() + 1}`,
      `${day.getUTCDate()}`,
      "system",
    );
    mkdirSync(path, { recursive: true });
    const stamp = day.toISOString().slice(0, 19).replaceAll(":", "-");
    const serial = files.length.toString(16).padStart(16, "0");
    const file = join(path, `bench_CloudTrace_${region}_${stamp}Z_${serial}.json.gz`);
    const json = `[${traces.join(",")}]`;
    jsonBytes += json.length;
    writeFileSync(file, gzipSync(json, { level: 1 }));
    files.push(file);
  };
  for (const { project, trace } of makeTraces({ seed: 7, count, end, projects: demoProjects })) {
    const traces = pending.get(project.region) ?? [];
    traces.push(JSON.stringify(trace));
    pending.set(project.region, traces);
    if (traces.length === tracesPerFile) {
      write(project.region, traces);
      pending.delete(project.region);
    }
  }
  for (const [region, traces] of pending) write(region, traces);
  return { files, jsonBytes };
}
