import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { requireChild, runChild, stopIfInterrupted } from "./child.mjs";
import { root } from "./paths.mjs";
import { say, step } from "./progress.mjs";

/** Where Debian keeps its Chromium. */
const chromiumFolder = "/usr/lib/chromium";
const shellFolder = join(root, ".setup", "headless-shell");
/** A download that takes longer is given up for the browser that is there, in milliseconds. */
const downloadLimit = 60_000;

/**
 * Brings the headless shell that belongs to Debian's installed Chromium, into this clone alone:
 * nothing of the machine changes. It is the same engine of the same version without a window
 * around it, and shares what the two have in common with the installed one.
 * @returns {Promise<readonly string[]>} the path of the program, or nothing where it cannot be had
 */
export async function unpackHeadlessShell() {
  if (!existsSync(chromiumFolder) || !existsSync("/usr/bin/apt-get")) return [];
  const version = await versionOf("chromium");
  if (version === undefined) return [];
  const folder = join(shellFolder, version.replaceAll(/[^\w.+~-]/g, "-"));
  if (!existsSync(folder)) {
    try {
      await step("Unpacking Debian's headless Chromium", () => unpack(version, folder));
    } catch (error) {
      stopIfInterrupted();
      say(error instanceof Error ? error.message : String(error));
      say("The browser tests take the installed Chromium, which is slower.");
      return [];
    }
  }
  return [join(folder, "chromium-headless-shell")];
}

/** @param {string} name of a Debian package; undefined when it is not installed */
async function versionOf(name) {
  const { code, output } = await runChild("dpkg-query", ["-W", "-f", "${Version}", name]);
  stopIfInterrupted();
  return code === 0 && output !== "" ? output.trim() : undefined;
}

/**
 * @param {string} version of exactly which package
 * @param {string} folder appears when all is in it
 */
async function unpack(version, folder) {
  const work = join(shellFolder, `unpacking-${process.pid}`);
  try {
    mkdirSync(work, { recursive: true });
    const wanted = ["download", `chromium-headless-shell=${version}`];
    await requireChild("The headless Chromium could not be downloaded", "apt-get", wanted, {
      cwd: work,
      timeout: downloadLimit,
    });
    const file = readdirSync(work).find((name) => name.endsWith(".deb")) ?? "";
    await requireChild("The headless Chromium could not be unpacked", "dpkg-deb", [
      "-x",
      join(work, file),
      work,
    ]);
    const unpacked = join(work, chromiumFolder);
    const present = new Set(readdirSync(unpacked));
    for (const name of readdirSync(chromiumFolder)) {
      if (!present.has(name)) symlinkSync(join(chromiumFolder, name), join(unpacked, name));
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
