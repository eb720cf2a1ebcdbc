import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { runChild } from "../child.mjs";
import { SetupError } from "../progress.mjs";
import { buildahEnv, storageArgs } from "./buildah.mjs";

/** How long a start may take until /healthz answers 200, in milliseconds. */
const startLimit = 60_000;

/**
 * Starts the command of the image as an engine would, with the data folder as its volume, does
 * some work while it serves, and stops it with SIGTERM. The network is this machine's, so the
 * caller names the port. However the work ends, nothing of the container is left.
 * @param {{ work: string, container: string, command: readonly string[], data: string, port: number }} options
 * @param {(pid: number) => Promise<void>} useIt is given the server's process id on this machine
 * @returns {Promise<import("../child.mjs").Finished>} how it ended and all that it printed
 * @throws {SetupError} with its output when it ends or does not answer in time
 */
export async function withContainer({ work, container, command, data, port }, useIt) {
  const run = ["run", "--env", `PORT=${port}`, "--volume", `${data}:/data`, container, "--"];
  let runtime = 0;
  /** @type {import("../child.mjs").Finished | undefined} */
  let finished;
  const ended = runChild("buildah", [...storageArgs(work), ...run, ...command], {
    env: buildahEnv,
    onStart: (pid) => (runtime = pid),
  }).then((result) => (finished = result));
  try {
    await waitUntilHealthy(port, () => finished);
    const server = serverBelow(runtime);
    await useIt(server);
    process.kill(server, "SIGTERM");
    return await ended;
  } finally {
    if (finished === undefined) {
      for (const pid of descendants(runtime)) process.kill(pid, "SIGKILL");
      await ended;
    }
  }
}

/**
 * @param {number} port
 * @param {() => import("../child.mjs").Finished | undefined} end how the container has ended, if it has
 */
async function waitUntilHealthy(port, end) {
  for (const started = performance.now(); !(await isHealthy(port)); await sleep(100)) {
    const ended = end();
    if (ended !== undefined) {
      throw new SetupError(`${ended.output}\nThe container ended with exit code ${ended.code}.`);
    }
    if (performance.now() - started > startLimit) {
      throw new SetupError(`The container does not answer /healthz within ${startLimit / 1000} s.`);
    }
  }
}

/** @param {number} runtime the process id of `buildah run` */
function serverBelow(runtime) {
  const pid = descendants(runtime).find((each) =>
    readlinkSync(`/proc/${each}/exe`).endsWith("/node"),
  );
  if (pid !== undefined) return pid;
  throw new SetupError("The container serves, but no node process is in it.");
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
