import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openAccounts } from "@trace-console/accounts/accounts";
import { type DataConfig, readDataConfig } from "@trace-console/contracts/data-config";
import { isOpaqueId } from "@trace-console/contracts/ids";
import { type FoundFile, findTraceFiles } from "@trace-console/intake/find-trace-files";
import { explainStorageFailure } from "@trace-console/sqlite/storage-failure";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { openNotifications } from "@trace-console/notifications/open-notifications";
import { openTrackers } from "@trace-console/trackers/open-trackers";
import { importFile } from "./import-file.ts";
import { openProgress } from "./progress.ts";
import {
  type FileOutcome,
  type ImportSummary,
  type Report,
  buildJsonReport,
  buildTextReport,
} from "./report.ts";
import { TraceScopes } from "./trace-scope.ts";
import { TrackerStates } from "./tracker-states.ts";
import { UsageError } from "./usage-error.ts";

export const importUsage = `Usage: npm run trace-console -- import [--region ID] [--project ID] [--json] PATH…

Imports CTS trace files (.json, .json.gz), and folders with them, into the trace store.

  --region ID    region of the traces; else the path says it (CloudTraces/<region>/…), else the
                 project that is known already, else the trace
  --project ID   project of the traces; else the path or the trace says it
  --json         one JSON object per line: each trace, each file, then the summary
  --help         this text

An unknown project is registered. A file that cannot be read to its end stores nothing. Importing
the same file again stores nothing twice.

Environment: DATA_DIR (default data), RETENTION_DAYS (default 7; older traces are not stored).
Exit code: 0, or 1 when traces were rejected or files were broken, 2 for wrong usage, 130 after Ctrl-C.`;

interface ImportOptions {
  readonly region: string | undefined;
  readonly project: string | undefined;
  readonly json: boolean;
  readonly paths: readonly string[];
}

/** @returns the options, or undefined when help is asked for. */
function parseOptions(args: readonly string[]): ImportOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      region: { type: "string" },
      project: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  for (const name of ["region", "project"] as const) {
    const id = values[name];
    if (id !== undefined && !isOpaqueId(id)) {
      throw new UsageError(`--${name} must be 1 to 128 printable characters.`);
    }
  }
  if (positionals.length === 0) throw new UsageError("Say which files or folders to import.");
  const { region, project, json } = values;
  return { region, project, json, paths: positionals };
}

async function refuseAbsent(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await stat(path).catch((error: Error) => {
      const isAbsent = "code" in error && error.code === "ENOENT";
      throw new UsageError(`${path}: ${isAbsent ? "no such file or folder" : error.message}`);
    });
  }
}

/** Turns SIGINT and SIGTERM into a wish: the batch that is being written is finished first. */
function listenForStop(): { readonly signal: () => "SIGINT" | "SIGTERM" | undefined } {
  let received: "SIGINT" | "SIGTERM" | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      received = signal;
    });
  }
  return { signal: () => received };
}

interface Import {
  readonly options: ImportOptions;
  readonly config: DataConfig;
  readonly files: readonly FoundFile[];
  readonly report: Report;
  readonly advance: (bytes: number, traces: number) => void;
  readonly isStopped: () => boolean;
}

/** Imports the files one after the other. @returns what became of them; an error that ended it. */
async function importFiles(run: Import): Promise<{ summary: ImportSummary; failure: unknown }> {
  const { options, config, files, report, advance, isStopped } = run;
  const start = Date.now();
  const traces = { accepted: 0, duplicate: 0, conflict: 0, expired: 0, rejected: 0 };
  const counts = { broken: 0, digests: 0, files: 0 };
  let [doneBytes, doneTraces] = [0, 0];
  const tellFile = (outcome: FileOutcome): void => {
    if (outcome.status !== "ignored") counts.files++;
    if (outcome.status === "broken" || outcome.status === "refused") counts.broken++;
    if (outcome.status === "digest") counts.digests++;
    report.file(outcome);
  };
  const accounts = openAccounts({ file: join(config.dataDir, "accounts.db"), clock: Date.now });
  const trackerState = openTrackers({
    file: join(config.dataDir, "trackers.db"),
    clock: Date.now,
  });
  const notifications = openNotifications({
    file: join(config.dataDir, "notifications.db"),
    clock: Date.now,
  });
  const store = openEmbeddedStore({
    folder: join(config.dataDir, "traces"),
    retentionDays: config.retentionDays,
    clock: Date.now,
    onProblem: ({ message }) => report.problem(message),
  });
  let failure: unknown;
  try {
    const scopes = new TraceScopes(accounts, options);
    const trackers = new TrackerStates(accounts, trackerState);
    for (const file of files) {
      if (isStopped()) break;
      if (file.kind !== "file") {
        tellFile({ file: file.path, status: file.kind, reason: file.reason });
        continue;
      }
      const outcome = await importFile(file.path, {
        scopes,
        append: (project_id, records) =>
          notifications.announced.store(
            project_id,
            records.map(({ trace }) => trace),
            () => store.append(project_id, records),
          ),
        refusalOf: (project_id, trace) => trackers.refusalOf(project_id, trace),
        isStopped,
        tell: (trace) => {
          traces[trace.verdict]++;
          doneTraces++;
          report.trace(trace);
        },
        advance: (part) => advance(doneBytes + part * file.bytes, doneTraces),
      });
      tellFile(outcome);
      doneBytes += file.bytes;
      advance(doneBytes, doneTraces);
    }
  } catch (error) {
    failure = error;
  } finally {
    await store.close();
    accounts.close();
    trackerState.close();
    notifications.close();
  }
  const seconds = (Date.now() - start) / 1000;
  return { summary: { ...traces, ...counts, seconds }, failure };
}

/** Why the import ended, as part of a sentence. */
const messageOf = (error: unknown): string =>
  (
    explainStorageFailure(error) ?? (error instanceof Error ? error.message : String(error))
  ).replace(/\.$/, "");

/**
 * The command `import`: reads trace files and stores their traces; see {@link importUsage}.
 *
 * @returns the exit code.
 * @throws UsageError, ConfigError or an error of `parseArgs` for wrong usage, before anything is
 *   stored.
 */
export async function runImport(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const options = parseOptions(args);
  if (options === undefined) {
    process.stdout.write(`${importUsage}\n`);
    return 0;
  }
  const config = readDataConfig(env);
  await refuseAbsent(options.paths);
  const files = await findTraceFiles(options.paths);
  const totalBytes = files.reduce((sum, file) => sum + (file.kind === "file" ? file.bytes : 0), 0);
  const stop = listenForStop();
  const progress = openProgress(totalBytes);
  const report = (options.json ? buildJsonReport : buildTextReport)(progress.print);
  const { summary, failure } = await importFiles({
    options,
    config,
    files,
    report,
    advance: progress.advance,
    isStopped: () => stop.signal() !== undefined,
  }).finally(progress.close);
  const signal = stop.signal();
  report.end(summary, failure === undefined ? signal : messageOf(failure));
  if (signal !== undefined) return signal === "SIGINT" ? 130 : 143;
  return failure !== undefined || summary.rejected > 0 || summary.broken > 0 ? 1 : 0;
}
