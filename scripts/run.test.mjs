import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./paths.mjs";

// A project of one package, a Node that comes from a file, so that npm needs no network.
// Its installation takes a moment, in which a test can interrupt it.
const nodePackage = {
  name: "node",
  version: "26.0.0",
  bin: { node: "bin/node" },
  scripts: { preinstall: "sleep 0.5" },
};
const project = {
  name: "project",
  version: "1.0.0",
  private: true,
  dependencies: { node: "file:node-26.0.0.tgz" },
  allowScripts: { node: true },
};
const lock = {
  lockfileVersion: 3,
  packages: {
    "": project,
    "node_modules/node": {
      version: "26.0.0",
      resolved: "file:node-26.0.0.tgz",
      hasInstallScript: true,
      bin: nodePackage.bin,
    },
  },
};
/** Says where it stands and what it got, then exits with the code it is told. */
const program = `
console.log(JSON.stringify({ folder: process.cwd(), args: process.argv.slice(2) }));
process.exitCode = Number(process.env.EXIT_WITH);
`;

/** @type {string} */
let folder;
let projects = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "run-"));
  const packed = join(folder, "package");
  mkdirSync(join(packed, "bin"), { recursive: true });
  writeFileSync(join(packed, "package.json"), JSON.stringify(nodePackage));
  const node = `#!/bin/sh\nexec "${process.execPath}" "$@"\n`;
  writeFileSync(join(packed, "bin", "node"), node, { mode: 0o755 });
  const tar = ["-czf", "node-26.0.0.tgz", "package"];
  execFileSync("tar", tar, { cwd: folder });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a fresh clone of such a project and returns its folder. */
function buildProject() {
  projects += 1;
  const clone = join(folder, `clone-${projects}`);
  mkdirSync(join(clone, "apps", "cli"), { recursive: true });
  cpSync(join(root, "scripts"), join(clone, "scripts"), { recursive: true });
  cpSync(join(folder, "node-26.0.0.tgz"), join(clone, "node-26.0.0.tgz"));
  writeFileSync(join(clone, "package.json"), JSON.stringify({ ...project, type: "module" }));
  writeFileSync(join(clone, "package-lock.json"), JSON.stringify(lock));
  writeFileSync(join(clone, "apps", "cli", "main.ts"), program);
  return clone;
}

/**
 * @param {string} clone
 * @param {readonly string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(clone, args = [], env = {}) {
  const run = spawn(process.execPath, ["scripts/run.mjs", "trace-console", ...args], {
    cwd: clone,
    env: { ...process.env, INIT_CWD: clone, EXIT_WITH: "0", ...env },
  });
  const told = { stdout: "", stderr: "" };
  run.stdout.setEncoding("utf8").on("data", (text) => (told.stdout += text));
  run.stderr.setEncoding("utf8").on("data", (text) => (told.stderr += text));
  const installing = once(run.stderr, "data");
  const ended = once(run, "close").then(([code]) => ({ ...told, code: Number(code) }));
  return { run, installing, ended };
}

/** @param {string} stderr */
function installations(stderr) {
  return stderr.split("\n").filter((line) => line.startsWith("Installing packages (npm ci): done"));
}

test("the first start installs, the next one does not", async () => {
  const clone = buildProject();
  const first = await start(clone).ended;
  expect(first.code).toBe(0);
  expect(installations(first.stderr)).toHaveLength(1);
  const second = await start(clone).ended;
  expect(second.stderr).toBe("");
});

test("the program stands in the caller's folder; its output and exit code are passed on", async () => {
  const clone = buildProject();
  const caller = join(clone, "apps");
  const env = { INIT_CWD: caller, EXIT_WITH: "3" };
  const { stdout, code } = await start(clone, ["import", "--json", "a file"], env).ended;
  const told = { folder: caller, args: ["import", "--json", "a file"] };
  expect(stdout).toBe(`${JSON.stringify(told)}\n`);
  expect(code).toBe(3);
});

test("two starts at once install once", async () => {
  const clone = buildProject();
  const results = await Promise.all([start(clone).ended, start(clone).ended]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(results.flatMap(({ stderr }) => installations(stderr))).toHaveLength(1);
});

test("an installation that was killed is repeated", async () => {
  const clone = buildProject();
  const { run, installing } = start(clone);
  await installing;
  run.kill("SIGKILL");
  const again = await start(clone).ended;
  expect(again.code).toBe(0);
  expect(installations(again.stderr)).toHaveLength(1);
});

test("an installation is stopped by a signal, with the signal's exit code", async () => {
  const clone = buildProject();
  const { run, installing, ended } = start(clone);
  await installing;
  run.kill("SIGTERM");
  const { code, stderr, stdout } = await ended;
  expect(stderr).toContain("Stopped by SIGTERM.");
  expect(code).toBe(128 + 15);
  expect(stdout).toBe("");
});

test("a Node binary of no bytes is installed anew", async () => {
  const clone = buildProject();
  await start(clone).ended;
  truncateSync(join(clone, "node_modules", "node", "bin", "node"));
  const { code, stderr } = await start(clone).ended;
  expect(code).toBe(0);
  expect(installations(stderr)).toHaveLength(1);
});

test("another lock file is installed", async () => {
  const clone = buildProject();
  await start(clone).ended;
  const file = join(clone, "package-lock.json");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
  expect(installations((await start(clone).ended).stderr)).toHaveLength(1);
});

test("an installation without Node 26 is an error that says what to do", async () => {
  const clone = buildProject();
  const { dependencies: _, ...without } = project;
  writeFileSync(join(clone, "package.json"), JSON.stringify({ ...without, type: "module" }));
  const empty = { lockfileVersion: 3, packages: { "": without } };
  writeFileSync(join(clone, "package-lock.json"), JSON.stringify(empty));
  const { code, stderr } = await start(clone).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(
    "node_modules/.bin/node is no working Node, not Node 26: allow install scripts",
  );
});
