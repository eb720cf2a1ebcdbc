import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./progress.mjs";
import { root } from "./paths.mjs";

/** Outside node_modules, which an installation clears. */
const folder = join(root, ".setup");
const file = join(folder, "lock");

/** The owner touches its lock this often; one untouched for `abandonedAfter` is nobody's. */
const touchInterval = 5_000;
const abandonedAfter = 120_000;
const pollInterval = 250;

/**
 * Does set-up work that must not run twice at once in this clone (installing, building); a second
 * start waits for the first. A lock whose owner was killed is taken over, but only once the
 * program that the owner had started is gone too.
 * @template T
 * @param {(note: (childPid: number) => void) => Promise<T>} work is given a function that notes
 *   the process id of a program it starts
 * @returns {Promise<T>} what the work returns
 */
export async function withSetupLock(work) {
  mkdirSync(folder, { recursive: true });
  for (let told = false; !tryTake();) {
    if (isAbandoned()) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) say("Another start is setting this clone up; waiting for it …");
    told = true;
    await sleep(pollInterval);
  }
  const touching = setInterval(() => utimesSync(file, new Date(), new Date()), touchInterval);
  try {
    return await work((childPid) => writeFileSync(file, `${process.pid}\n${childPid}\n`));
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

function tryTake() {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(file).mtimeMs > abandonedAfter) return true;
    const owners = readFileSync(file, "utf8").trim().split("\n").map(Number);
    // A lock just created is empty for an instant: it has an owner.
    return owners.every((pid) => pid > 0 && !isAlive(pid)) && owners.length > 0;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !isZombie(pid);
}

/**
 * A killed process whose end nobody has collected, as in containers without an init.
 * @param {number} pid
 */
function isZombie(pid) {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false; // Not Linux, or gone by now.
  }
}
