import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { requireChild, runChild, stopIfInterrupted } from "./child.mjs";
import { unpackHeadlessShell } from "./headless-shell.mjs";
import { projectNode, root } from "./paths.mjs";
import { SetupError, say, step } from "./progress.mjs";

const shellName = "chromium-headless-shell";
const namesOnPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const macPaths = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** A download that takes longer is given up for the system's package, in milliseconds. */
const downloadLimit = 180_000;
/** A browser that has not told its version by then does not work here, in milliseconds. */
const versionLimit = 20_000;

/**
 * Finds a Chromium that runs, or brings one: the one of CHROMIUM_PATH, a headless shell, which
 * opens a page in little more than half the time, an installed one, Playwright's, and as root Debian's package.
 * @returns {Promise<string>} the path of the program
 * @throws {SetupError} when none can be had; it says what to install
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (await runs(named)) return named;
    throw new SetupError(
      `CHROMIUM_PATH names ${named}, which does not run as a Chromium: correct it or unset it.`,
    );
  }
  const shell =
    (await firstThatRuns(onPath([shellName]))) ??
    (await firstThatRuns(await unpackHeadlessShell()));
  if (shell !== undefined) return shell;
  const found =
    (await firstThatRuns([...onPath(namesOnPath), ...macPaths, await playwrightsOwn()])) ??
    (await fromPlaywright()) ??
    (await fromDebian());
  if (found !== undefined) return found;
  throw new SetupError(
    "The browser tests need a Chromium and none could be found or downloaded: install one " +
      "(Debian and Ubuntu: sudo apt-get install chromium; or any Chrome) or name it in CHROMIUM_PATH.",
  );
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {readonly string[]} paths */
async function firstThatRuns(paths) {
  for (const path of paths) if (await runs(path)) return path;
  return undefined;
}

/** @param {string} path */
async function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    const { code, output } = await runChild(path, ["--version"], { timeout: versionLimit });
    stopIfInterrupted();
    return code === 0 && /chrom/i.test(output);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    return false;
  }
}

/** Where Playwright keeps, or would keep, the Chromium of its own version. */
async function playwrightsOwn() {
  const path = await requireChild("Playwright could not be loaded", projectNode, [
    "--print",
    "require('playwright-core').chromium.executablePath()",
  ]);
  return path.trim();
}

async function fromPlaywright() {
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  const { code } = await step("Downloading Playwright's Chromium", () =>
    runChild(projectNode, [cli, "install", "chromium"], { timeout: downloadLimit }),
  );
  stopIfInterrupted();
  if (code !== 0) say("Playwright's Chromium cannot be downloaded here.");
  return code === 0 ? firstThatRuns([await playwrightsOwn()]) : undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  try {
    await step("Installing Debian's Chromium (apt-get)", async () => {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await requireChild("apt-get update failed", "apt-get", ["update"], { env });
      const install = ["install", "-y", "--no-install-recommends", "chromium"];
      await requireChild("Chromium could not be installed with apt-get", "apt-get", install, {
        env,
      });
    });
  } catch (error) {
    stopIfInterrupted();
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
  return firstThatRuns([...(await unpackHeadlessShell()), ...onPath(namesOnPath)]);
}
