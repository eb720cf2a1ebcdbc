import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Trace } from "@trace-console/contracts/trace";
import type { KnownTraces } from "./known-traces.ts";
import { laboratory } from "./known-projects.ts";

/** Where CTS puts the file of a trace: one folder for each day, tracker and service. */
function folderOf(region: string, { time, tracker_name, service_type = "" }: Trace): string {
  const date = new Date(time);
  const days = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const service = /^\w{1,20}$/.test(service_type) ? service_type : "other";
  const tracker = /^[\w-]{1,20}$/.test(tracker_name ?? "") ? (tracker_name ?? "") : "system";
  return join("CloudTraces", region, ...days.map(String), tracker, service);
}

/**
 * Writes traces as CTS exports them to an OBS bucket (CTS User Guide, "Querying Transferred
 * Traces"): gzipped JSON arrays below `folder`, whose path tells region and project.
 */
export function writeTraceFiles(folder: string, known: readonly KnownTraces[]): void {
  for (const { project, traces } of known) {
    const { region } = project;
    const scope = project === laboratory ? `${region}_lab` : region;
    for (const [place, ofPlace] of Map.groupBy(traces, (trace) => folderOf(region, trace))) {
      const written = new Date(ofPlace[0]?.time ?? 0).toISOString().slice(0, 19);
      const random = createHash("sha256").update(`${scope} ${place}`).digest("hex").slice(0, 16);
      const name = `e2e_CloudTrace_${scope}_${written.replaceAll(":", "-")}Z_${random}.json.gz`;
      mkdirSync(join(folder, place), { recursive: true });
      writeFileSync(join(folder, place, name), gzipSync(JSON.stringify(ofPlace)));
    }
  }
}
