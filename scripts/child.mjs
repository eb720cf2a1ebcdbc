import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";
import { SetupError } from "./progress.mjs";
import { projectNode, root } from "./paths.mjs";

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd] the folder it runs in; the root unless given
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {"quiet" | "shown" | "terminal"} [output] quiet: gathered; shown: passed on;
 *   terminal: passed on, and the child may also read from the terminal
 * @property {number} [timeout] milliseconds after which it is stopped
 * @property {number} [stopGrace] milliseconds it may take to stop after a signal, then it is
 *   killed; 15 seconds unless given
 * @property {(pid: number) => void} [onStart]
 */

/** @typedef {{ code: number, output: string }} Finished `code` is 128 + n after signal n */

/** The most characters kept of a quiet child's output: the end is what explains a failure. */
const keptOutput = 200_000;

/** @satisfies {Record<string, import("node:child_process").StdioOptions>} */
const stdioFor = {
  quiet: ["ignore", "pipe", "pipe"],
  shown: ["ignore", "inherit", "inherit"],
  terminal: "inherit",
};

/** @type {Map<import("node:child_process").ChildProcess, { ownGroup: boolean, stopGrace: number }>} child → how to stop it */
const running = new Map();
/** @type {Set<NodeJS.Signals>} */
const received = new Set();

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => passOn(signal));
}

/** @param {NodeJS.Signals} signal */
function passOn(signal) {
  // One Ctrl-C arrives twice, from the terminal and from npm: the children hear it once.
  if (received.has(signal)) return;
  received.add(signal);
  if (running.size === 0) process.exit(exitCodeOf(signal));
  for (const [child, { ownGroup, stopGrace }] of running) {
    const terminalTellsIt = signal === "SIGINT" && !ownGroup && process.stdin.isTTY;
    if (!terminalTellsIt) send(child, ownGroup, signal);
    setTimeout(() => send(child, ownGroup, "SIGKILL"), stopGrace).unref();
  }
}

/** @param {NodeJS.Signals} signal */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {boolean} ownGroup
 * @param {NodeJS.Signals} signal
 */
function send(child, ownGroup, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch {
    // It is gone already, which is what the signal asks for.
  }
}

/** Throws once a signal asked this process to stop, so that no further step begins. */
export function stopIfInterrupted() {
  const [signal] = received;
  if (signal !== undefined) throw new SetupError(`Stopped by ${signal}.`, exitCodeOf(signal));
}

/**
 * Runs a program to its end. It gets a process group of its own, which is signalled as a whole
 * and swept after an interruption, so that nothing is left behind; except with
 * `output: "terminal"`, where the program shares the terminal's group to be able to read from it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<Finished>} rejects only when the program cannot be started
 */
export function runChild(command, args, options = {}) {
  const { cwd = root, env = {}, output = "quiet", timeout, stopGrace = 15_000, onStart } = options;
  const ownGroup = output !== "terminal";
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: pathWithProjectNode(), ...env },
    detached: ownGroup,
    stdio: stdioFor[output],
  });
  running.set(child, { ownGroup, stopGrace });
  if (child.pid !== undefined) onStart?.(child.pid);
  let gathered = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      gathered = (gathered + text).slice(-keptOutput);
    });
  }
  const limit =
    timeout === undefined ? undefined : setTimeout(() => send(child, ownGroup, "SIGKILL"), timeout);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      running.delete(child);
      clearTimeout(limit);
      reject(error);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      clearTimeout(limit);
      if (received.size > 0 && ownGroup) send(child, ownGroup, "SIGKILL");
      resolve({ code: signal ? exitCodeOf(signal) : (code ?? 1), output: gathered });
    });
  });
}

/**
 * Runs a program whose success is needed for what follows.
 * @param {string} what for the error: "The console could not be built"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<string>} its output when quiet
 * @throws {SetupError} when it exits with another code than 0; a quiet program's output is shown
 */
export async function requireChild(what, command, args, options = {}) {
  const { code, output } = await runChild(command, args, options);
  stopIfInterrupted();
  if (code === 0) return output;
  const detail = output.trim().split("\n").slice(-40).join("\n");
  throw new SetupError(
    detail === "" ? `${what} (exit code ${code}).` : `${detail}\n${what}.`,
    code,
  );
}

/**
 * Runs npm as the person's npm was started, or the npm on PATH when there was none.
 * @param {string} what
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 */
export function requireNpm(what, args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js")
    ? requireChild(what, process.execPath, [cli, ...args], options)
    : requireChild(what, "npm", args, options);
}

function pathWithProjectNode() {
  return `${dirname(projectNode)}${delimiter}${process.env.PATH ?? ""}`;
}
