import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { makeLoad } from "../load/make-load.ts";
import type { HttpFigures } from "../ours/http-rows.ts";
import type { Question } from "../questions/question.ts";
import { type Figure, single } from "../run/figures.ts";
import type { Plan } from "../run/plan.ts";
import { Progress, readable } from "../run/progress.ts";
import { writeTraceFiles } from "./write-trace-files.ts";

const importer = join(import.meta.dirname, "..", "..", "apps", "cli", "main.ts");

/**
 * What a person with the exported files alone can do: import them (against unpacking and parsing
 * them), search them with grep, filter them with jq.
 */
export function measureFiles(plan: Plan): HttpFigures {
  const folder = join(plan.folder, "files");
  const files = writeTraceFiles(folder, makeLoad(plan), plan.count, plan.end);
  const rate = (ms: number) => single((plan.count / ms) * 1000);

  const reading = new Progress("Trace files: gunzip and JSON.parse alone");
  const readingMs = msOfSync(() => {
    for (const file of files) JSON.parse(gunzipSync(readFileSync(file)).toString());
  });
  reading.done(`${readable((plan.count / readingMs) * 1000)} traces/s`);

  const importing = new Progress("Trace Console: import of the files");
  const dataDir = join(plan.folder, "imported");
  mkdirSync(dataDir);
  const importMs = msOfSync(() => {
    run(process.execPath, [importer, "import", folder], { DATA_DIR: dataDir });
  });
  importing.done(`${readable((plan.count / importMs) * 1000)} traces/s`);

  const ceilings: Record<string, Record<string, Figure>> = {
    "import-files": { "gunzip and JSON.parse": rate(readingMs) },
  };
  if (hasTools()) {
    for (const row of ["text-frequent", "text-rare", "text-absent", "text-hex32"]) {
      const text = textOf(plan.questions[row]?.[0]);
      const progress = new Progress(`Trace files: zcat and grep, ${row}`);
      const script = `find "$0" -name '*.json.gz' -print0 | xargs -0 zcat | grep -c -i -F -- "$1"`;
      const ms = msOfSync(() => run("sh", ["-c", script, folder, text], {}));
      ceilings[row] = { "zcat, grep": single(ms) };
      progress.done(`${readable(ms)} ms`);
    }
    const progress = new Progress("Trace files: jq, three filters");
    const filter = `[.[] | select(.service_type == "ECS" and .trace_rating == "warning" and .user.name == "svc-data-sync-0")] | length`;
    const script = `find "$0" -name '*.json.gz' -print0 | xargs -0 zcat | jq "$1"`;
    const ms = msOfSync(() => run("sh", ["-c", script, folder, filter], {}));
    ceilings["count-3-filters"] = { "zcat, jq": single(ms) };
    progress.done(`${readable(ms)} ms`);
  }
  return { figures: { "import-files": rate(importMs) }, ceilings };
}

function textOf(question: Question | undefined): string {
  return question?.kind === "page" ? (question.query.text ?? "") : "";
}

function hasTools(): boolean {
  return spawnSync("sh", ["-c", "command -v jq && command -v zcat"]).status === 0;
}

function msOfSync(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @throws Error when the program fails; that grep finds nothing is no failure */
function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): void {
  const { status } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0 && !(program === "sh" && status === 1)) {
    throw new Error(`${program} ${args[0] ?? ""} ended with code ${status}`);
  }
}
