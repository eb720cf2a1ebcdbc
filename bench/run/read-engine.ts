import { setImmediate } from "node:timers/promises";
import { makeLoad, type LoadTrace } from "../load/make-load.ts";
import { oursKind } from "../ours/ours.ts";
import type { Engine, EngineKind } from "../peers/engine.ts";
import { hourMs, type Question } from "../questions/question.ts";
import { ask } from "./answers.ts";
import { askRow } from "./ask-row.ts";
import { type Figure, msOf, single } from "./figures.ts";
import { anonymousMegabytes } from "./memory.ts";
import { batchLength, type Outcome, type Plan } from "./plan.ts";
import { warmFiles } from "./warm-files.ts";
import { Progress, readable } from "./progress.ts";

const dayMs = 24 * hourMs;
/** Lines of CSV that are exported at most. */
const csvLines = 1_000_000;
/** How many traces are stored once more when all indexes stand. */
const laterTraces = 20_000;

/** Opens a loaded engine again and measures its answers, export and expiry. */
export async function readEngine(kind: EngineKind, plan: Plan): Promise<Outcome> {
  const { folder, end, questions, rowMs } = plan;
  const figures: Record<string, Figure> = {};
  const answers: Record<string, readonly string[]> = {};
  const newest: Question = questions["newest-page"]?.[0] ?? { kind: "find", trace_id: "" };
  const opening = new Progress(`${kind.name}: open`);
  const opened = performance.now();
  const engine = await kind.open({ folder, end });
  try {
    await ask(engine, newest);
    figures["restart"] = single(performance.now() - opened);
    opening.done(`first page after ${readable(figures["restart"].p50)} ms`);
    await engine.prepare?.();
    figures["disk"] = single((await engine.diskBytes()) / plan.count);

    for (const [row, asked] of Object.entries(questions)) {
      if (asked.length === 0) continue;
      await warmFiles(folder);
      const { figure, answers: given } = await askRow(engine, `${kind.name}: ${row}`, asked, rowMs);
      figures[row] = figure;
      answers[row] = given;
    }
    if (!kind.isServer) figures["memory"] = single(anonymousMegabytes());
    answers["export"] = [await measureExport(kind, engine, figures)];
    if (engine.exportCsv !== undefined) {
      const progress = new Progress(`${kind.name}: export as CSV`);
      const start = performance.now();
      const lines = await engine.exportCsv(csvLines);
      figures["export-csv"] = single((lines / (performance.now() - start)) * 1000);
      progress.done(`${readable(figures["export-csv"].p50)} traces/s`);
    }
    answers["drop-oldest-day"] = await measureDrop(kind, engine, plan, figures);
    if (kind.name !== oursKind.name) figures["ingest-searchable"] = await ingestLater(engine, plan);
  } finally {
    await engine.close();
  }
  return { figures, answers, growth: [] };
}

async function measureExport(
  kind: EngineKind,
  engine: Engine,
  figures: Record<string, Figure>,
): Promise<string> {
  const progress = new Progress(`${kind.name}: export as NDJSON`);
  const start = performance.now();
  const { lines, bytes } = await engine.exportAll();
  const rate = (lines / (performance.now() - start)) * 1000;
  figures["export-ndjson"] = single(rate);
  progress.done(`${readable(rate)} traces/s`);
  return `${lines} lines, ${bytes} bytes`;
}

/** Drops what lies before the second midnight of the load: a whole day and the piece before it. */
async function measureDrop(
  kind: EngineKind,
  engine: Engine,
  plan: Plan,
  figures: Record<string, Figure>,
): Promise<string[]> {
  const begin = plan.end - 7 * dayMs;
  const cut = Math.ceil(begin / dayMs) * dayMs + dayMs;
  const rest = { from: 0, to: plan.end, is: {}, isNot: {} };
  const progress = new Progress(`${kind.name}: drop the oldest day`);
  // Pages are asked for all the while: what the drop holds up is seen in the longest of them.
  const waits: number[] = [];
  const ended = new AbortController();
  const start = performance.now();
  const dropping = engine.dropBefore(cut).finally(() => {
    ended.abort();
  });
  if (kind.name === oursKind.name) {
    let last = start;
    while (!ended.signal.aborted) {
      await engine.page(rest);
      await setImmediate();
      waits.push(performance.now() - last);
      last = performance.now();
    }
  }
  await dropping;
  figures["drop-oldest-day"] = single(performance.now() - start);
  if (waits.length > 0) figures["query-while-dropping"] = single(Math.max(...waits));
  progress.done("done");
  return [`${await engine.count(rest)} traces left`];
}

/** Traces per second while every index, that for text included, is kept up. */
async function ingestLater(engine: Engine, plan: Plan): Promise<Figure> {
  const progress = new Progress("ingest with the index for text");
  let batch: LoadTrace[] = [];
  let ms = 0;
  let stored = 0;
  for (const made of makeLoad({ seed: plan.seed + 1, count: laterTraces * 2, end: plan.end })) {
    // The first half of a load is older than what was dropped, or nearly.
    if (made.trace.time < plan.end - 3 * dayMs || batch.push(made) < batchLength) continue;
    const full = batch;
    ms += await msOf(() => engine.insert(full));
    stored += full.length;
    batch = [];
    if (stored >= laterTraces / 2) break;
  }
  const rate = (stored / ms) * 1000;
  progress.done(`${readable(rate)} traces/s`);
  return single(rate);
}
