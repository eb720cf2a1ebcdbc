import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/**
 * Fails when the JavaScript of a first visit is larger than its budget: the script of index.html,
 * the chunk of the Trace List, and all that these two import statically.
 */
const budget = 220_000;

const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../../dist/web");
const html = readFileSync(join(folder, "index.html"), "utf8");
const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? "");
const page = readdirSync(join(folder, "assets")).filter((file) =>
  /^trace-list-page-[^.]+\.js$/.test(file),
);

/** The gzip sizes in bytes of these files and of all that they import statically. */
function sizesOf(files: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (sizes.has(file)) continue;
    const code = readFileSync(join(folder, file), "utf8");
    sizes.set(file, gzipSync(code, { level: 9 }).length);
    for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g)) {
      if (path !== undefined) waiting.push(join(dirname(file), path));
    }
  }
  return sizes;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}

function sum(sizes: Iterable<number>): number {
  return [...sizes].reduce((total, size) => total + size, 0);
}

if (scripts.length === 0 || page.length !== 1) {
  console.error("dist/web is not the console as it was: check what a first visit loads.");
  process.exit(1);
}
const sizes = sizesOf([...scripts, ...page.map((file) => `assets/${file}`)]);
for (const [file, size] of sizes) console.log(`${inKilobytes(size)}  ${file}`);
console.log(`${inKilobytes(sum(sizesOf(scripts).values()))}  before anything is shown`);
console.log(
  `${inKilobytes(sum(sizes.values()))}  with the Trace List; budget ${inKilobytes(budget)}`,
);
if (sum(sizes.values()) > budget) {
  console.error("The JavaScript of a first visit is over its budget.");
  process.exit(1);
}
