import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A server that runs as a child of this process. */
export interface ChildServer {
  /** What it said until it was ready. */
  readonly said: readonly string[];
  stop(): Promise<void>;
}

/**
 * Starts a program and waits until it says a line that matches `ready`.
 *
 * @throws Error when it ends before
 */
export async function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<ChildServer> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (ready.test(line)) {
      keepReading(child);
      return { said, stop };
    }
  }
  throw new Error(`${args[0] ?? "the program"} ended before it was ready`);
}

function keepReading(child: ChildProcess): void {
  child.stdout?.resume();
}
