import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { LoadTrace } from "../load/make-load.ts";
import { Progress, readable } from "../run/progress.ts";

const tracesPerFile = 5_000;

/**
 * Writes traces as exported trace files (`.json.gz`) in the OBS layout, which the importer reads
 * like those of a bucket, and people search with grep and jq.
 *
 * @returns the files
 */
export function writeTraceFiles(
  folder: string,
  traces: Iterable<LoadTrace>,
  count: number,
  end: number,
): string[] {
  const progress = new Progress("Trace files: write");
  const day = new Date(end);
  const date = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].join("/");
  const path = join(folder, "CloudTraces", "cn-north-4", date, "system");
  mkdirSync(path, { recursive: true });
  const stamp = day.toISOString().slice(0, 19).replaceAll(":", "-");
  const files: string[] = [];
  let wires: string[] = [];
  const write = () => {
    const serial = files.length.toString(16).padStart(16, "0");
    const file = join(path, `bench_CloudTrace_cn-north-4_${stamp}Z_${serial}.json.gz`);
    // A line per trace, as otherwise nobody could grep them.
    writeFileSync(file, gzipSync(`[${wires.join(",\n")}]\n`, { level: 1 }));
    files.push(file);
    wires = [];
    progress.note(() => `${readable(files.length * tracesPerFile)} of ${readable(count)}`);
  };
  for (const { wire } of traces) if (wires.push(wire) === tracesPerFile) write();
  if (wires.length > 0) write();
  progress.done(`${files.length} files`);
  return files;
}
