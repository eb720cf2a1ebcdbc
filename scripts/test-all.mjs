import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { requireChild, requireNpm } from "./child.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { projectNode, root } from "./paths.mjs";
import { formatElapsed, say } from "./progress.mjs";

/** Where Node keeps what it has compiled; an installation of packages clears it. */
const compileCache = join(root, "node_modules", ".cache", "compiled");

/**
 * The whole proof of the project, `npm test`: everything the tests need is brought, then each
 * step runs, the cheap ones first. Stops at the first that fails. Ends with the time of each.
 * @throws {import("./progress.mjs").SetupError} naming the step that failed
 */
export async function testAll() {
  /** @type {string[]} */
  const summary = [];
  const started = performance.now();
  /**
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} work
   */
  const timed = async (name, work) => {
    const begun = performance.now();
    say(`\n== ${name}`);
    let verdict = "FAILED";
    try {
      const result = await work();
      verdict = "passed";
      return result;
    } finally {
      summary.push(`${verdict}  ${formatElapsed(begun).padStart(8)}  ${name}`);
    }
  };
  try {
    await timed("packages", ensureInstalled);
    const chromium = await timed("Chromium", ensureChromium);
    // The tests start the programs hundreds of times; compiled once, each start takes half as long.
    const env = { CHROMIUM_PATH: chromium, NODE_COMPILE_CACHE: compileCache };
    const shown = /** @type {const} */ ({ output: "shown", env });
    await timed("check", () =>
      requireNpm("npm run check failed", ["run", "--silent", "check"], shown),
    );
    await timed("unit and integration tests", () =>
      runTool("vitest", "vitest/vitest.mjs", ["run", "--project", "unit"], shown),
    );
    await timed("build", ensureBuilt);
    await timed("size of the first load", () =>
      requireChild("The console is too big", projectNode, ["apps/web/check-bundle.ts"], shown),
    );
    await timed("browser tests", () =>
      runTool("playwright", "@playwright/test/cli.js", ["test", "-c", "e2e"], shown),
    );
  } finally {
    say(`\n${summary.join("\n")}\n        ${formatElapsed(started).padStart(8)}  in all`);
  }
}

/**
 * Runs the program of an installed package on the project's Node.
 * @param {string} name
 * @param {string} file the program, below node_modules
 * @param {readonly string[]} args
 * @param {import("./child.mjs").ChildOptions} options
 */
export function runTool(name, file, args, options) {
  const path = join(root, "node_modules", file);
  return requireChild(`${name} failed`, projectNode, [path, ...args], options);
}
