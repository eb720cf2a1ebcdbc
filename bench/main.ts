import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages } from "./peers/install.ts";
import { peersFolder } from "./peers/load-package.ts";
import { peersFor } from "./peers/kinds.ts";
import { writeTable } from "./report/markdown.ts";
import { writeDocs } from "./report/write-docs.ts";
import { runBenchmark } from "./run/run-benchmark.ts";

const usage = `Usage: npm run bench -- [--traces N] [--json FILE] [--only ours]

  --traces N    how many traces are loaded (default 1000000); beyond a million only those peers take
                part that are made for it
  --json FILE   the figures as JSON
  --only ours   without the peers; docs/benchmarks.md stays as it is
  --docs DIR    where benchmarks.md and its picture are written (default docs)`;

const { values } = parseArgs({
  options: {
    traces: { type: "string", default: "1000000" },
    json: { type: "string" },
    only: { type: "string" },
    docs: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const count = Number(values.traces);
const isOursOnly = values.only === "ours";

if (values.help) {
  console.log(usage);
} else if (!Number.isInteger(count) || count < 10_000 || (values.only && !isOursOnly)) {
  console.error(`${usage}\n\n--traces is a whole number from 10000 on; --only knows "ours".`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "trace-console-bench-"));
  // PostgreSQL runs as a user of its own, who has to reach its folder in this one.
  chmodSync(folder, 0o711);
  // Whatever ends this program, gigabytes of traces must not stay behind.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(130));
  }
  if (!isOursOnly) ensurePackages(peersFolder, "the peers");
  const { result, problems } = await runBenchmark(folder, count, isOursOnly ? [] : peersFor(count));
  console.log(`\n${writeTable(result)}`);
  if (values.json !== undefined) {
    const { growth: _, ...shown } = result;
    writeFileSync(resolve(values.json), `${JSON.stringify(shown, undefined, 2)}\n`);
  }
  if (problems.length > 0) {
    console.error(`\n${problems.length} problems:\n${problems.slice(0, 40).join("\n")}`);
    process.exitCode = 1;
  } else if (!isOursOnly) {
    writeDocs(resolve(values.docs ?? join(import.meta.dirname, "..", "docs")), result);
  }
}
