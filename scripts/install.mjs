import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireNpm } from "./child.mjs";
import { projectNode, root } from "./paths.mjs";
import { SetupError, step } from "./progress.mjs";
import { withSetupLock } from "./setup-lock.mjs";

const requiredMajor = 26;
/** Inside node_modules: `npm ci` clears it first, so a stamp always tells of a finished one. */
const stampFile = join(root, "node_modules", ".setup-stamp");

/**
 * Installs the packages of package-lock.json with `npm ci`, unless exactly these are there.
 * Afterwards `projectNode` is a working Node 26.
 * @throws {SetupError} when npm fails, or when the Node that came is not the one needed
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withSetupLock(async (note) => {
    if (isInstalled()) return;
    await step("Installing packages (npm ci)", () => install(note));
  });
}

/** @param {(childPid: number) => void} note */
async function install(note) {
  // A damaged binary there would be the one that npm, found on PATH, starts with.
  rmSync(projectNode, { force: true });
  // Said outright because a person's npm configuration may say otherwise: the build needs the
  // development packages, and packages that ask for a newer Node run on the Node brought here.
  const flags = ["--include=dev", "--engine-strict=false", "--no-audit", "--no-fund"];
  await requireNpm(
    "The packages could not be installed: check the network and the npm registry, then run the same command again",
    ["ci", "--loglevel=error", ...flags],
    // npm would first finish its work, which a later start repeats anyway.
    { stopGrace: 1000, onStart: note },
  );
  const major = majorOf(projectNode);
  if (major !== requiredMajor) {
    throw new SetupError(
      `npm ci finished, but node_modules/.bin/node is ${major === undefined ? "no working Node" : `Node ${major}`}, ` +
        `not Node ${requiredMajor}: allow install scripts (npm config get ignore-scripts must say false), then run the same command again.`,
    );
  }
  writeFileSync(stampFile, currentStamp());
}

function isInstalled() {
  try {
    return readFileSync(stampFile, "utf8") === currentStamp();
  } catch {
    return false;
  }
}

/** The lock file's content and the size of the Node binary: a cut or exchanged one differs. */
function currentStamp() {
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  return `${lock.digest("hex")} ${statSync(projectNode).size}\n`;
}

/** @param {string} binary */
function majorOf(binary) {
  const { status, stdout } = spawnSync(binary, ["--version"], { encoding: "utf8" });
  const major = status === 0 ? /^v(\d+)\./.exec(stdout)?.[1] : undefined;
  return major === undefined ? undefined : Number(major);
}
