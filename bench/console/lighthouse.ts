import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensurePackages } from "../peers/install.ts";
import { percentile } from "../run/figures.ts";
import type { Target } from "./target.ts";

/** Where Lighthouse is installed: no workspace, so that `npm ci` of the root skips it. */
const lighthouseFolder = join(import.meta.dirname, "lighthouse");

/** How often each page is judged: the middle one counts, as single ones differ by a few points. */
const times = 3;

/** Lighthouse's scores of a page, 0 to 100. */
export interface Scores {
  readonly accessibility: number;
  readonly performance: number;
}

/** Installs Lighthouse unless it is there. */
export function ensureLighthouse(): void {
  ensurePackages(lighthouseFolder, "Lighthouse");
}

/**
 * Lets Lighthouse judge a page, signed in, as a desktop.
 *
 * @param folder where its files may lie
 * @returns the middle performance and the worst accessibility of several runs
 * @throws Error when it comes to no result
 */
export function measureLighthouse(target: Target, address: string, folder: string): Scores {
  const runs = Array.from({ length: times }, () => judge(target, address, folder));
  return {
    accessibility: Math.min(...runs.map(({ accessibility }) => accessibility)),
    performance: percentile(
      runs.map(({ performance }) => performance),
      0.5,
    ),
  };
}

function judge(target: Target, address: string, folder: string): Scores {
  const [headers, report] = [join(folder, "headers.json"), join(folder, "lighthouse.json")];
  writeFileSync(headers, JSON.stringify({ Cookie: target.cookie }));
  const program = join(lighthouseFolder, "node_modules", "lighthouse", "cli", "index.js");
  const args = [
    program,
    address,
    "--preset=desktop",
    "--only-categories=performance,accessibility",
    "--output=json",
    `--output-path=${report}`,
    `--extra-headers=${headers}`,
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    "--quiet",
  ];
  const { status } = spawnSync(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: process.env["CHROMIUM_PATH"] || chromium.executablePath() },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("Lighthouse failed");
  const read: unknown = JSON.parse(readFileSync(report, "utf8"));
  return {
    accessibility: scoreIn(read, "accessibility"),
    performance: scoreIn(read, "performance"),
  };
}

function scoreIn(report: unknown, category: string): number {
  const found = ["categories", category, "score"].reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    report,
  );
  if (typeof found !== "number") throw new TypeError(`Lighthouse gave no score for ${category}`);
  return Math.round(found * 100);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
