import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs packages that only a benchmark needs with `npm ci`, unless they are there: those of the
 * peers are some 600 MB.
 *
 * @param folder holds a package.json with its lock, and is no workspace
 * @param name what the packages are, in words
 * @throws Error when npm fails
 */
export function ensurePackages(folder: string, name: string): void {
  const stamp = join(folder, "node_modules", ".bench-stamp");
  const lock = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log(`Installing the packages of ${name} (npm ci) …`);
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm runs on the Node that it came with, which `npm run` names.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const [program, first] = node && npm ? [node, [npm]] : ["npm", []];
  const { status } = spawnSync(program, [...first, ...args], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error(`the packages of ${name} could not be installed`);
  writeFileSync(stamp, lock);
}
