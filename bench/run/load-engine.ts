import { makeLoad, type LoadTrace } from "../load/make-load.ts";
import type { Engine, EngineKind } from "../peers/engine.ts";
import { askRow } from "./ask-row.ts";
import { type Figure, figureOf, msOf, single } from "./figures.ts";
import { anonymousMegabytes } from "./memory.ts";
import { batchLength, type GrowthStep, type Outcome, type Plan, unmeasuredLength } from "./plan.ts";
import { Progress, readable } from "./progress.ts";

/** The rows that show how answers change while a store grows, with few questions each. */
const growthRows = ["page-random", "count-random", "histogram-random", "text-rare", "text-hex32"];
const growthQuestions = 30;
const growthRowMs = 6_000;
const growthSteps = 10;
/** So many of the last batches are sent again: the first of them finds nothing warm. */
const batchesAgain = 20;

/** Loads the engine in batches, each acknowledged before the next, and measures it. */
export async function loadEngine(kind: EngineKind, plan: Plan): Promise<Outcome> {
  const { folder, end, count, seed, unmeasured } = plan;
  const engine = await kind.open({ folder, end });
  const figures: Record<string, Figure> = {};
  const growth: GrowthStep[] = [];
  const progress = new Progress(`${kind.name}: ingest in batches of ${readable(batchLength)}`);
  const acknowledged: number[] = [];
  const batches = Math.ceil((count - unmeasured) / batchLength);
  const step = Math.ceil(batches / growthSteps);
  let batch: LoadTrace[] = [];
  const newest: LoadTrace[][] = [];
  let made = 0;
  let memory = 0;
  for (const trace of makeLoad({ seed, count, end })) {
    batch.push(trace);
    made += 1;
    const isUnmeasured = made <= unmeasured;
    if (batch.length < (isUnmeasured ? unmeasuredLength : batchLength) && made < count) continue;
    const full = batch;
    if (isUnmeasured) {
      await engine.insert(full);
      batch = [];
      progress.note(() => `${readable(made)} of ${readable(count)}, in large batches`);
      continue;
    }
    acknowledged.push(await msOf(() => engine.insert(full)));
    batch = [];
    if (acknowledged.length > batches - batchesAgain) newest.push(full);
    if (acknowledged.length % 20 === 0) memory = Math.max(memory, anonymousMegabytes());
    progress.note(() => `${readable(made)} of ${readable(count)}`);
    if (acknowledged.length % step === 0) {
      const ingest = single(rateOf(acknowledged.slice(-step)));
      const asked = plan.isGrowing ? await sound(engine, plan) : {};
      growth.push({ traces: made, figures: { ...asked, ingest } });
    }
    if (acknowledged.length === batches) {
      // Nothing of these may be stored.
      const again: number[] = [];
      for (const stored of newest) again.push(await msOf(() => engine.insert(stored)));
      figures["ingest-duplicates"] = single(rateOf(again));
    }
  }
  const tenth = Math.max(1, Math.floor(acknowledged.length / 10));
  figures["ingest"] = single(rateOf(acknowledged));
  if (unmeasured === 0) {
    figures["ingest-first-tenth"] = single(rateOf(acknowledged.slice(0, tenth)));
    figures["ingest-last-tenth"] = single(rateOf(acknowledged.slice(-tenth)));
  }
  figures["ingest-acknowledge"] = figureOf(acknowledged);
  if (!kind.isServer) figures["memory-loading"] = single(memory);
  progress.done(`${readable(figures["ingest"].p50)} traces/s`);

  const settling = new Progress(`${kind.name}: settle`);
  await engine.settle();
  settling.done("done");
  if (engine.indexText !== undefined) {
    const indexing = new Progress(`${kind.name}: build the index for text`);
    const ms = await msOf(engine.indexText);
    figures["text-index-build"] = single(ms / 1000);
    indexing.done("done");
  }
  await engine.close();
  return { figures, answers: {}, growth };
}

/** Traces per second while batches are written, from the ms that each took. */
function rateOf(acknowledged: readonly number[]): number {
  const ms = acknowledged.reduce((sum, one) => sum + one, 0);
  return ((acknowledged.length * batchLength) / ms) * 1000;
}

async function sound(engine: Engine, plan: Plan): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  for (const row of growthRows) {
    const questions = (plan.questions[row] ?? []).slice(0, growthQuestions);
    figures[row] = (await askRow(engine, `  growth, ${row}`, questions, growthRowMs)).figure;
  }
  return figures;
}
