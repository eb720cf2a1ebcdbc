import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { peersFolder } from "./load-package.ts";

const stamp = join(peersFolder, "node_modules", ".bench-stamp");

/**
 * Installs the peers' packages with `npm ci` unless these are there. They are some 600 MB, which
 * only the benchmark needs.
 *
 * @throws Error when npm fails
 */
export function ensurePeerPackages(): void {
  const lock = createHash("sha256")
    .update(readFileSync(join(peersFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing the packages of the peers (npm ci) …");
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm runs on the Node that it came with, which `npm run` names.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const [program, first] = node && npm ? [node, [npm]] : ["npm", []];
  const { status } = spawnSync(program, [...first, ...args], {
    cwd: peersFolder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("the peers' packages could not be installed");
  writeFileSync(stamp, lock);
}
