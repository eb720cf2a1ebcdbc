import { type Row, rowGroups } from "../rows/rows.ts";
import type { Figure } from "../run/figures.ts";
import { readable } from "../run/progress.ts";
import type { Result, ResultRow } from "./result.ts";

/** The report of all results at hand, in Markdown. */
export function writeMarkdown(results: readonly Result[], picture: string): string {
  const parts = [
    "# Benchmarks",
    "",
    "Made by `npm run bench`, which prints what it does and writes this page; nothing here is typed by hand. The load is the same at every run: one busy project with 60 sources, 300 resource types, 1,500 trace names, 5,000 operators and 400,000 resources, traces of 1.26 kB on average over seven days, one in fifty up to two days late (`bench/load`).",
    "",
    "All engines run one after the other on the same machine in the same run, each in processes of its own: loaded, closed, opened again and asked the same questions one at a time. Each acknowledges a batch only when it is synced. Each answer of a peer is compared with ours: totals exactly, pages by ids, order and bytes; a difference fails the run. Times are ms, p50 / p99; files are read through before each row, and some questions warm it up. **Bold** is the best of a row.",
  ];
  for (const result of results) parts.push("", ...describeResult(result));
  parts.push(
    "",
    "## Growth",
    "",
    `![How answers and ingest change while the store grows](${picture})`,
    "",
    "Our store, asked while it is loaded: p99 of some dozen questions a row at each step, and the rate of the traces stored since the step before.",
    "",
    "## How to read it",
    "",
    "- The peers' rate of ingest is without an index for text where one is built after the load (SQLite with FTS5, PostgreSQL); the row below it says what is left of it when that index is kept up. Ours, and ClickHouse's, is kept up all the time.",
    "- A rate of ingest counts the time in which batches wait for their acknowledgement; what an engine's own threads do while the next batch is made (3 ms) is free for all.",
    "- Beyond a million traces, peers get all but the last million in batches of 20,000, which are not measured.",
    "- ClickHouse tells a batch that is sent twice, not a trace that is.",
    "- Peers export in the order that suits them; ours exports newest first.",
    "- Disk is what data and indexes take; logs that are reused are not counted for the peers, but for ours.",
    "- HTTP is measured while another process stores a trace a second; the ceiling is asked the same and sends the bytes of those replies, head and body.",
    "- A ceiling is what the same bytes cost without any of the work: plain `node:http`, or the command line over the exported files.",
    "",
  );
  return parts.join("\n");
}

/** One result with its machine, in Markdown: also what the terminal shows. */
export function writeTable(result: Result): string {
  return describeResult(result).join("\n");
}

function describeResult({ machine, traces, rows }: Result): string[] {
  const lines = [
    `## ${readable(traces)} traces`,
    "",
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.system}, Node ${machine.node}.`,
    "",
    ...Object.entries(machine.engines).map(([name, text]) => `- ${name}: ${text}`),
  ];
  const names = Object.keys(machine.engines);
  for (const { heading, rows: known } of rowGroups) {
    const measured = known.flatMap((row) => {
      const found = rows.find(({ id }) => id === row.id);
      return found === undefined ? [] : [{ row, found }];
    });
    if (measured.length === 0) continue;
    const peers = names
      .slice(1)
      .filter((name) => measured.some(({ found }) => name in found.peers));
    const hasCeiling = measured.some(({ found }) => found.ceiling !== undefined);
    const head = [heading, names[0] ?? "", ...peers, ...(hasCeiling ? ["ceiling"] : [])];
    lines.push("", tableLine(head), tableLine(head.map((_, index) => (index ? "--:" : "---"))));
    for (const { row, found } of measured) {
      lines.push(tableLine(cellsOf(row, found, peers, hasCeiling)));
    }
  }
  return lines;
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function cellsOf(
  row: Row,
  found: ResultRow,
  peers: readonly string[],
  hasCeiling: boolean,
): string[] {
  const figures = [found.ours, ...peers.map((name) => found.peers[name])];
  const values = figures.flatMap((figure) => (figure === undefined ? [] : [figure.p99]));
  const best = row.better === "lower" ? Math.min(...values) : Math.max(...values);
  const cells = figures.map((figure) => {
    if (figure === undefined) return "";
    const text = figureText(figure);
    return values.length > 1 && figure.p99 === best ? `**${text}**` : text;
  });
  const unit = row.unit === "ms" ? "" : `, ${row.unit}`;
  const ceiling = Object.entries(found.ceiling ?? {}).map(
    ([name, figure]) => `${name}: ${figureText(figure)}`,
  );
  return [row.title + unit, ...cells, ...(hasCeiling ? [ceiling.join("; ")] : [])];
}

function figureText({ p50, p99 }: Figure): string {
  const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
  const text = (value: number) => readable(value, digits(value));
  return p50 === p99 ? text(p99) : `${text(p50)} / ${text(p99)}`;
}
