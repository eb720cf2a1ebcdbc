import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadProject } from "../load/scope.ts";
import { startTraceConsole } from "../ours/trace-console.ts";
import { warmFiles } from "../run/warm-files.ts";
import { ensureLighthouse } from "./lighthouse.ts";
import { type Part, measureConsole, parts } from "./measure.ts";
import { writeFigures, writeTable } from "./report.ts";
import { addLargeTrace, copyStore, makeStore } from "./store.ts";
import { openTarget } from "./target.ts";

const usage = `Usage: npm run bench:console -- [--traces N | --store DIR [--project ID]] [--only PARTS] [--docs FILE]

  --traces N       how many traces of the benchmark's load are stored first (default 100000)
  --store DIR      a folder of data to measure a copy of, as DATA_DIR names it
  --project ID     the project in it (default that of the benchmark's load)
  --only PARTS     of ${parts.join(",")}: these alone; Lighthouse is
                   installed when it is needed
  --docs FILE      where the figures are written (default docs/console-figures.md)`;

const { values } = parseArgs({
  options: {
    traces: { type: "string", default: "100000" },
    store: { type: "string" },
    project: { type: "string", default: loadProject },
    only: { type: "string" },
    docs: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const count = Number(values.traces);
/** Undefined when one is asked for that there is not. */
const wanted = readParts(values.only?.split(",") ?? parts);

if (values.help) {
  console.log(usage);
} else if (!Number.isInteger(count) || count < 1_000 || wanted === undefined) {
  const reason =
    wanted === undefined
      ? `--only takes some of ${parts.join(",")}.`
      : "--traces is a whole number from 1000 on.";
  console.error(`${usage}\n\n${reason}`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "trace-console-bench-"));
  // Whatever ends this program, gigabytes of traces must not stay behind.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(130));
  }
  if (wanted.includes("lighthouse")) ensureLighthouse();
  await run(folder, wanted);
}

function readParts(names: readonly string[]): readonly Part[] | undefined {
  const found = parts.filter((part) => names.includes(part));
  return found.length === names.length ? found : undefined;
}

/** Makes or copies the store, serves it, measures, and reports. */
async function run(folder: string, asked: readonly Part[]): Promise<void> {
  const { store: source, project } = values;
  const store = await (source === undefined
    ? makeStore(folder, count)
    : copyStore(resolve(source), folder, project));
  addLargeTrace(store);
  await warmFiles(folder);
  const server = await startTraceConsole(store.env);
  try {
    const target = await openTarget(server, store);
    const { figures, chromium } = await measureConsole(target, folder, asked);
    console.log(`\n${writeTable(figures)}`);
    const file = values.docs ?? join(import.meta.dirname, "..", "..", "docs", "console-figures.md");
    const of = source === undefined ? `--traces ${count}` : "--store DIR";
    const command = `npm run bench:console -- ${of}${values.only === undefined ? "" : ` --only ${values.only}`}`;
    await writeFigures(resolve(file), figures, { traces: target.traces, chromium, command });
    if (figures.some(({ isKept }) => isKept === false)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
