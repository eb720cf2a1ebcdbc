// npm run demo | start | test | …: brings what the command needs, then runs it on the project's
// Node. Needs no package itself and runs on Node 20 and later, so that a fresh clone works.
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { runChild } from "./child.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { callerFolder, projectNode, root } from "./paths.mjs";
import { SetupError, say } from "./progress.mjs";
import { serverMemory } from "./server-memory.mjs";
import { runTool, testAll } from "./test-all.mjs";
import { testImage } from "./test-image.mjs";

/**
 * How the project's programs run: in the caller's folder, as paths they are given are meant from
 * there; the data, unless DATA_DIR says otherwise, is in the clone wherever the caller stands.
 */
const place = {
  cwd: callerFolder,
  env: { DATA_DIR: process.env.DATA_DIR || join(root, "data") },
};

/** @type {Record<string, (args: readonly string[]) => Promise<unknown>>} */
const commands = {
  demo: () => serve("demo"),
  start: () => serve("start"),
  test: testAll,
  "trace-console": (args) => runProgram("apps/cli/main.ts", args),
  "test:samples": (args) => runProgram("apps/cli/sample-check.ts", args),
  "test:image": testImage,
  "test:reliability": testReliability,
  bench: (args) => runProgram("bench/main.ts", args),
  "bench:console": benchConsole,
  screenshots: takeScreenshots,
};

/** @param {"demo" | "start"} mode */
async function serve(mode) {
  await ensureInstalled();
  await ensureBuilt();
  const program = join(root, "apps", "api", "main.ts");
  const env = { ...serverMemory, ...place.env };
  const { code } = await runChild(projectNode, [program, mode], { ...place, env, output: "shown" });
  process.exitCode = code;
}

/**
 * Runs what takes too long for `npm test`: whole lists of which it takes a sample, here and in a
 * browser, and the tests that kill. Arguments choose files.
 * @param {readonly string[]} args
 */
async function testReliability(args) {
  await ensureInstalled();
  await ensureBuilt();
  const env = { CHROMIUM_PATH: await ensureChromium(), EXHAUSTIVE: "1" };
  const shown = /** @type {const} */ ({ output: "shown", env });
  const vitest = ["run", "--project", "reliability", "--passWithNoTests", ...args];
  await runTool("vitest", "vitest/vitest.mjs", vitest, shown);
  const playwright = ["test", "-c", "e2e", "--pass-with-no-tests", ...args];
  await runTool("playwright", "@playwright/test/cli.js", playwright, shown);
}

/** Measures the built console in a browser. @param {readonly string[]} args */
async function benchConsole(args) {
  await ensureInstalled();
  await ensureBuilt();
  await runProgram("bench/console/main.ts", args, { CHROMIUM_PATH: await ensureChromium() });
}

/**
 * Takes pictures of the demo: without arguments anew those that the README shows, with `states`
 * every state of every page, on a sheet below test-results.
 * @param {readonly string[]} args
 */
async function takeScreenshots([which]) {
  await ensureInstalled();
  await ensureBuilt();
  const browser = { CHROMIUM_PATH: await ensureChromium() };
  const cli = "@playwright/test/cli.js";
  if (which !== "states") {
    const env = { ...browser, SCREENSHOTS_DIR: join(root, "docs", "screenshots") };
    const args = ["test", "-c", "e2e", "screenshots"];
    await runTool("playwright", cli, args, { output: "shown", env });
    return;
  }
  const env = { ...browser, STATES_DIR: join(root, "test-results", "states") };
  try {
    const args = ["test", "-c", "e2e", "pictures"];
    await runTool("playwright", cli, args, { output: "shown", env });
  } finally {
    await runProgram("e2e/pictures/write-sheet.ts", [env.STATES_DIR]);
  }
}

/**
 * Runs a program that reads paths from its arguments, hence in the caller's folder. It speaks for
 * itself, so nothing is added to its output and its exit code is kept.
 * @param {string} file relative to the root
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
async function runProgram(file, args, env) {
  await ensureInstalled();
  const { code } = await runChild(projectNode, [join(root, file), ...args], {
    ...place,
    env: { ...place.env, ...env },
    output: "terminal",
  });
  process.exitCode = code;
}

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (command === undefined) {
    throw new SetupError(
      `"${name}" is no command: use one of ${Object.keys(commands).join(", ")}.`,
      2,
    );
  }
  await command(args);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`\n${error.message}`);
  process.exitCode = error.exitCode;
}
