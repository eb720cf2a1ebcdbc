import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawGrowth } from "./growth-svg.ts";
import { writeMarkdown } from "./markdown.ts";
import type { Result } from "./result.ts";

const formatter = join(import.meta.dirname, "..", "..", "node_modules", ".bin", "oxfmt");

/**
 * Keeps the result beside those of other sizes in `docs/benchmarks/`, and writes the page and the
 * picture from all of them.
 */
export function writeDocs(docs: string, result: Result): void {
  const kept = join(docs, "benchmarks");
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${result.traces}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  const results = readdirSync(kept)
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => readResult(join(kept, name)))
    .toSorted((a, b) => a.traces - b.traces);
  const picture = "benchmarks-growth.svg";
  writeFileSync(join(docs, picture), drawGrowth(results.at(-1)?.growth ?? []));
  const page = join(docs, "benchmarks.md");
  writeFileSync(page, writeMarkdown(results, picture));
  // Tables and JSON in the form that the project's check asks for.
  spawnSync(formatter, [page, kept], { stdio: "inherit" });
}

function readResult(file: string): Result {
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isResult(read)) throw new TypeError(`${file} holds no result`);
  return read;
}

function isResult(read: unknown): read is Result {
  return typeof read === "object" && read !== null && "machine" in read && "rows" in read;
}
