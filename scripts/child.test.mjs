import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./paths.mjs";

const childModule = pathToFileURL(join(root, "scripts", "child.mjs")).href;
/** Runs the program of its first argument as `run.mjs` runs a server. */
const runner = `
import { runChild } from ${JSON.stringify(childModule)};
const { code } = await runChild(process.execPath, [process.argv[1]], { output: "shown", stopGrace: 500 });
process.exitCode = code;
`;

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "child-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Starts a program below the runner, and a helper below the program that ignores SIGTERM.
 * `silence` comes when nobody holds their output any more: all of them have ended.
 * @param {string} atSignal what the program does at SIGTERM
 */
async function startServer(atSignal) {
  const file = join(folder, "server.mjs");
  const helper = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";
  writeFileSync(
    file,
    `import { spawn } from "node:child_process";
    let signals = 0;
    process.on("SIGTERM", () => { signals += 1; ${atSignal} });
    spawn(process.execPath, ["-e", ${JSON.stringify(helper)}], { stdio: "inherit" });`,
  );
  const run = spawn(process.execPath, ["--input-type=module", "-e", runner, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(run, "exit");
  const silence = once(run.stdout, "close");
  await once(run.stdout.setEncoding("utf8"), "data");
  return { run, ended, silence };
}

test("SIGTERM reaches the program, whose exit code comes back, and its helper ends too", async () => {
  const { run, ended, silence } = await startServer("process.exit(7);");
  run.kill("SIGTERM");
  expect(await ended).toEqual([7, null]);
  await silence;
});

test("a signal that arrives twice is passed on once", async () => {
  const { run, ended } = await startServer("setTimeout(() => process.exit(signals), 200);");
  run.kill("SIGTERM");
  setTimeout(() => run.kill("SIGTERM"), 50);
  expect(await ended).toEqual([1, null]);
});

test("a program that does not stop is killed, with its helper", async () => {
  const { run, ended, silence } = await startServer("");
  run.kill("SIGTERM");
  expect(await ended).toEqual([128 + 9, null]);
  await silence;
});
