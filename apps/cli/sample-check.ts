import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Accounts, openAccounts } from "@trace-console/accounts/accounts";
import { traceSchema } from "@trace-console/contracts/trace";
import { findTraceFiles } from "@trace-console/intake/find-trace-files";
import { readTraceFile } from "@trace-console/intake/read-trace-file";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import { importFile } from "./import-file.ts";
import type { FileOutcome, TraceOutcome } from "./report.ts";
import { TraceScopes } from "./trace-scope.ts";

// npm run test:samples -- FOLDER: imports each trace file below a folder into an empty store of its
// own and checks that what is stored is what the file holds.

const project_id = "11111111111111111111111111110101";
const region = "eu-west-101";
/** Samples are old: a hundred years. */
const retentionDays = 36_500;

/** What is wrong with a trace after its import, or undefined. */
async function findFault(
  store: TraceStore,
  outcome: TraceOutcome,
  bytes: Buffer,
): Promise<string | undefined> {
  const { verdict, reason, trace_id } = outcome;
  if (verdict !== "accepted" || trace_id === undefined) return `${verdict} ${reason ?? ""}`;
  const original = await store.findOriginal(project_id, trace_id);
  if (original === undefined || !bytes.equals(original)) return "its bytes do not come back";
  const stored = await store.find(project_id, trace_id);
  const parsed = traceSchema.safeParse(JSON.parse(String(stored?.wire ?? null)));
  return parsed.success ? undefined : `not a trace of the contract: ${parsed.error.message}`;
}

async function importAlone(
  file: string,
  store: TraceStore,
  accounts: Accounts,
): Promise<{ outcome: FileOutcome; traces: TraceOutcome[] }> {
  const traces: TraceOutcome[] = [];
  const outcome = await importFile(file, {
    append: (project, records) => store.append(project, records),
    scopes: new TraceScopes(accounts, { region, project: project_id }),
    refusalOf: () => undefined,
    isStopped: () => false,
    tell: (trace) => traces.push(trace),
    advance: () => undefined,
  });
  return { outcome, traces };
}

/** @returns what to say of the file, and whether it passed. */
async function check(file: string, folder: string): Promise<{ passed: boolean; text: string }> {
  const store = openEmbeddedStore({
    folder: join(folder, "traces"),
    retentionDays,
    clock: Date.now,
  });
  const accounts = openAccounts({ file: join(folder, "accounts.db"), clock: Date.now });
  try {
    const { outcome, traces } = await importAlone(file, store, accounts);
    if (outcome.status === "digest") return { passed: true, text: "a digest file" };
    const read = await readTraceFile(file);
    if (read.kind !== "traces") return { passed: false, text: outcome.reason ?? outcome.status };
    const faults: string[] = [];
    for (const trace of traces) {
      const { index } = trace;
      const bytes = read.bytes.subarray(read.values.startOf(index), read.values.endOf(index));
      const fault = await findFault(store, trace, bytes);
      if (fault !== undefined) faults.push(`trace ${index + 1}: ${fault}`);
    }
    if (traces.length === 0) faults.push("it holds no trace");
    return faults.length > 0
      ? { passed: false, text: faults.join("; ") }
      : { passed: true, text: `${traces.length} accepted` };
  } finally {
    await store.close();
    accounts.close();
  }
}

async function checkAll(folder: string): Promise<number> {
  let [passed, failed] = [0, 0];
  for (const file of await findTraceFiles([folder])) {
    const name = relative(folder, file.path);
    if (file.kind === "ignored") {
      console.log(`     ${name}: ignored, ${file.reason}`);
      continue;
    }
    const scratch = await mkdtemp(join(tmpdir(), "trace-console-sample-"));
    try {
      const result = await check(file.path, scratch);
      if (result.passed) passed++;
      else failed++;
      console.log(`${result.passed ? "ok  " : "FAIL"} ${name}: ${result.text}`);
    } finally {
      await rm(scratch, { recursive: true });
    }
  }
  if (passed + failed === 0) {
    console.error(`There is no .json or .json.gz file below ${folder}.`);
    return 1;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const [folder, ...rest] = process.argv.slice(2);
const isFolder = folder !== undefined && (await stat(folder).catch(() => undefined))?.isDirectory();
if (folder === undefined || rest.length > 0) {
  console.error("Usage: npm run test:samples -- FOLDER");
  process.exitCode = 1;
} else if (!isFolder) {
  console.error(`${folder} is no folder.`);
  process.exitCode = 1;
} else {
  process.exitCode = await checkAll(folder);
}
