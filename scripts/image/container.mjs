import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { runChild } from "../child.mjs";
import { SetupError } from "../progress.mjs";
import { buildahEnv, storageArgs } from "./buildah.mjs";

/** How long a start may take until /healthz answers 200, in milliseconds. */
const startLimit = 60_000;

/**
 * A started container, as an engine would run it.
 * @typedef {object} Container
 * @property {number} pid the server, as this machine numbers it
 * @property {() => Promise<{ code: number, output: string }>} stop sends the stop signal to the
 *   server and waits; what the server had printed comes back
 */

/**
 * Starts the command of the image with the data folder as its volume and waits until it serves.
 * The network is this machine's, so the port is named by the caller.
 * @param {{ work: string, container: string, command: readonly string[], data: string, port: number }} options
 * @returns {Promise<Container>}
 * @throws {SetupError} with its output when it ends or does not answer in time
 */
export async function startContainer({ work, container, command, data, port }) {
  const run = ["run", "--env", `PORT=${port}`, "--volume", `${data}:/data`, container, "--"];
  let runtime = 0;
  /** @type {import("../child.mjs").Finished | undefined} */
  let finished;
  const ended = runChild("buildah", [...storageArgs(work), ...run, ...command], {
    env: buildahEnv,
    onStart: (pid) => (runtime = pid),
  }).then((result) => (finished = result));

  for (const started = performance.now(); !(await isHealthy(port));) {
    if (finished !== undefined) {
      throw new SetupError(
        `${finished.output}\nThe container ended with exit code ${finished.code}.`,
      );
    }
    if (performance.now() - started > startLimit) {
      throw new SetupError(`The container does not answer /healthz within ${startLimit / 1000} s.`);
    }
    await sleep(100);
  }
  const pid = descendants(runtime).find((each) =>
    readlinkSync(`/proc/${each}/exe`).endsWith("/node"),
  );
  if (pid === undefined)
    throw new SetupError("The container serves, but no node process is in it.");
  return {
    pid,
    stop: async () => {
      process.kill(pid, "SIGTERM");
      return ended;
    },
  };
}

/** @param {number} port */
async function isHealthy(port) {
  const reply = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
  return reply?.status === 200;
}

/**
 * The processes that a process started, and those that they started.
 * @param {number} ancestor
 * @returns {number[]}
 */
function descendants(ancestor) {
  const children = childrenByParent();
  const found = [ancestor];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found.slice(1);
}

function childrenByParent() {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** @param {string} pid */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return undefined; // It has ended meanwhile.
  }
}
