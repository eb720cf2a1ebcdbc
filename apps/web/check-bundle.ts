import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/**
 * Fails when the JavaScript that the console loads before it shows anything is larger than its
 * budget: the script of index.html, what that preloads, and all that these import statically.
 */
const budget = 220_000;

const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../../dist/web");
const html = readFileSync(join(folder, "index.html"), "utf8");
const entries = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");

const sizes = new Map<string, number>();
const waiting = [...entries];
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (sizes.has(file)) continue;
  const code = readFileSync(join(folder, file), "utf8");
  sizes.set(file, gzipSync(code, { level: 9 }).length);
  for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g)) {
    if (path !== undefined) waiting.push(join(dirname(file), path));
  }
}

if (entries.length === 0) {
  console.error("dist/web/index.html loads no script: build the console first.");
  process.exit(1);
}
for (const [file, size] of sizes)
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`);
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  initial JavaScript, gzip; budget 220 kB`);
if (total > budget) {
  console.error("The initial JavaScript is over its budget.");
  process.exit(1);
}
