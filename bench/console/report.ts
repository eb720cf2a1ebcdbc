import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeMachine } from "../report/machine.ts";
import { readable } from "../run/progress.ts";
import type { ConsoleFigure } from "./figure.ts";

const root = join(import.meta.dirname, "..", "..");

function verdictOf({ isKept }: ConsoleFigure): string {
  if (isKept === undefined) return "";
  return isKept ? "kept" : "**missed**";
}

/** The figures as a table, in Markdown. */
export function writeTable(figures: readonly ConsoleFigure[]): string {
  const rows = figures.map((figure) => {
    const { title, measured, budget } = figure;
    return `| ${[title, measured, budget, verdictOf(figure)].join(" | ")} |`;
  });
  return ["| what | measured | budget | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** What was measured, and with what. */
interface Measured {
  readonly traces: number;
  /** The version of the browser. */
  readonly chromium: string;
  readonly command: string;
}

/** The commit that was measured, in words; empty where git knows none. */
function commitText(): string {
  const git = (...args: readonly string[]) =>
    spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout?.trim() ?? "";
  const commit = git("rev-parse", "--short=12", "HEAD");
  if (commit === "") return "";
  return `, commit ${commit}${git("status", "--porcelain") === "" ? "" : " with changes"}`;
}

/** Writes the page with the figures, the machine, the commit and the command. */
export async function writeFigures(
  file: string,
  figures: readonly ConsoleFigure[],
  { traces, chromium, command }: Measured,
): Promise<void> {
  const { cpu, cores, memoryGB, system, node } = await describeMachine([]);
  const text = `# Figures of the console

Made by \`${command}\`, which prints what it does and writes this page; nothing here is typed by hand. The real server serves a store of ${readable(traces)} traces, and Chromium, on the same machine and signed in, opens the Trace List over the whole week of it.

${cpu}, ${cores} cores, ${memoryGB} GB, ${system}, Node ${node}, Chromium ${chromium}${commitText()}; ${new Date().toISOString().slice(0, 10)}.

${writeTable(figures)}

- First rows: from the address being entered until they are drawn, each time in a new window with an empty cache, and of another week.
- A change of a filter: from the click on an option, a status or an operator, chosen at random from a seed, until the rows that it asks for are drawn; a query that the page has asked for before does not count.
- View Trace: from the click on the link until its first lines are drawn. The first time, when the code of the dialog comes as well, does not count.
- Scrolling: 2,000 px in each frame, so that all rows are others each time. A task is long from 50 ms on.
- Overview: from the address being entered, once; its page of a week.
- Lighthouse: its desktop preset, signed in, three times each: the middle performance, the worst accessibility.
- The heap is counted after what nobody needs was collected. Rows that were read stay loaded, so that the way back needs no server; the same way once more must cost nothing.
`;
  writeFileSync(file, text);
  // The table in the form that the project's check asks for.
  spawnSync(join(root, "node_modules", ".bin", "oxfmt"), [file], { stdio: "inherit" });
}
