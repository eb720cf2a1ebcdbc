import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openAccounts } from "@trace-console/accounts/accounts";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { openNotifications } from "@trace-console/notifications/open-notifications";
import { openTrackers } from "@trace-console/trackers/open-trackers";
import { z } from "zod";

// Runs the command line as a person does: as a program of its own, on a folder of its own.

const summaryLine = z.object({
  summary: z.object({ accepted: z.number() }).catchall(z.union([z.number(), z.string()])),
});
const traceLine = z.looseObject({
  file: z.string(),
  index: z.number(),
  verdict: z.string(),
  trace_id: z.string().optional(),
  reason: z.string().optional(),
});
const fileLine = z.looseObject({
  file: z.string(),
  status: z.string(),
  reason: z.string().optional(),
});

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const project_id = "11111111111111111111111111110101";
const retentionDays = "36500";

/** A scratch folder with a place for input files and a place for data. */
export class Workbench {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "trace-console-cli-")));
  readonly input = join(this.folder, "in");
  readonly data = join(this.folder, "data");

  /** Writes a file below the input folder. @returns its path. */
  put(path: string, content: string | Uint8Array): string {
    const whole = join(this.input, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  }

  /**
   * @param onOutput hears the standard output as it comes, `onStart` that the program has started,
   *   both with a way to signal it.
   */
  run(
    args: readonly string[],
    options: {
      readonly program?: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly onOutput?: (kill: (signal: NodeJS.Signals) => void) => void;
      readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
    } = {},
  ): Promise<Run> {
    const program = join(import.meta.dirname, options.program ?? "main.ts");
    const child = spawn(process.execPath, [program, ...args], {
      cwd: this.folder,
      env: {
        ...process.env,
        DATA_DIR: this.data,
        RETENTION_DAYS: retentionDays,
        TMPDIR: this.folder,
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    options.onStart?.((signal) => child.kill(signal));
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      options.onOutput?.((signal) => child.kill(signal));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
  }

  /** Runs `import --json`. @returns the parsed lines: of traces, of files, and the summary. */
  async importJson(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const run = await this.run(["import", "--json", ...args], { env });
    return { code: run.code, ...parseLines(run.stdout) };
  }

  openStore() {
    return openEmbeddedStore({
      folder: join(this.data, "traces"),
      retentionDays: Number(retentionDays),
      clock: Date.now,
    });
  }

  openAccounts() {
    return openAccounts({ file: join(this.data, "accounts.db"), clock: Date.now });
  }

  openTrackers() {
    return openTrackers({ file: join(this.data, "trackers.db"), clock: Date.now });
  }

  openNotifications(clock: () => number) {
    return openNotifications({ file: join(this.data, "notifications.db"), clock });
  }

  /** How many management traces a project holds. */
  async countStored(project = project_id): Promise<number> {
    const store = this.openStore();
    const query = { trace_type: "system", from: 0, to: Date.now() + 1e9 } as const;
    const { total } = await store.summarize(project, query);
    await store.close();
    return total;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The lines of `--json`, by what they are about. */
export function parseLines(stdout: string) {
  const lines = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => z.looseObject({}).parse(JSON.parse(line)));
  const summaries = lines.filter((line) => "summary" in line);
  return {
    traces: lines.filter((line) => "verdict" in line).map((line) => traceLine.parse(line)),
    files: lines.filter((line) => "status" in line).map((line) => fileLine.parse(line)),
    summary: summaries.map((line) => summaryLine.parse(line).summary)[0],
  };
}

/** One trace as compact JSON. */
export function buildTraceText(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    trace_id: "cbdd4480-2e03-11ef-82de-cf140e2a70fb",
    trace_name: "createServer",
    time: 1718777931170,
    ...fields,
  });
}
