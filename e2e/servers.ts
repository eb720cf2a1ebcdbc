import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
/** A start that takes longer has failed, in milliseconds. */
const startLimit = 30_000;

/** A Trace Console that runs in a process of its own. */
export interface Server {
  readonly url: string;
  /** All that it has printed so far. */
  readonly output: () => string;
  /** Stops it as a person does (SIGTERM). @returns its exit code. */
  readonly stop: () => Promise<number | null>;
}

function spawnProgram(file: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed.text += text;
    });
  }
  return { child, printed, ended: endOf(child) };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

/**
 * Starts the API with the built console on a free port of this machine, with its data in `dataDir`,
 * and waits until it is healthy.
 *
 * @throws Error with what it printed when it ends early or is not healthy within 30 seconds.
 */
export async function startServer(
  mode: "demo" | "start",
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const { child, printed, ended } = spawnProgram("apps/api/main.ts", [mode], {
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: dataDir,
    ...env,
  });
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  const deadline = Date.now() + startLimit;
  let url: string | undefined;
  while (child.exitCode === null && Date.now() < deadline) {
    url ??= /^Trace Console is ready: (\S+)$/m.exec(printed.text)?.[1];
    if (url !== undefined && (await isHealthy(url))) {
      return { url, output: () => printed.text, stop };
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  await stop();
  throw new Error(`The server did not become healthy:\n${printed.text}`);
}

async function isHealthy(url: string): Promise<boolean> {
  const reply = await fetch(`${url}/healthz`).catch(() => undefined);
  return reply?.status === 200;
}

/**
 * Imports a folder of trace files with the command line.
 *
 * @throws Error with what it printed unless every trace of every file was accepted.
 */
export async function importFolder(folder: string, dataDir: string): Promise<void> {
  const { printed, ended } = spawnProgram("apps/cli/main.ts", ["import", folder], {
    DATA_DIR: dataDir,
  });
  const code = await ended;
  if (code !== 0) throw new Error(`The import ended with ${code}:\n${printed.text}`);
}
