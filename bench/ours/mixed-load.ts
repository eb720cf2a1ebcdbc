import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate, setTimeout } from "node:timers/promises";
import { makeLoad, type LoadTrace } from "../load/make-load.ts";
import type { Engine } from "../peers/engine.ts";
import { ask } from "../run/answers.ts";
import { type Figure, figureOf, single } from "../run/figures.ts";
import type { Outcome, Plan } from "../run/plan.ts";
import { Progress, readable } from "../run/progress.ts";
import { warmFiles } from "../run/warm-files.ts";
import { oursKind } from "./ours.ts";

const queryRows = ["page-random", "count-random", "trace-id", "histogram-random", "resource-id"];
const searchRows = ["text-frequent", "text-rare", "text-chinese", "text-hex32"];
const seconds = 20;
const tracesPerSecond = 5_000;
const writesPerSecond = 10;
const madeAtOnce = 20;
/** Stored one by one before the clock runs: the writer's thread starts with the first. */
const warmUpTraces = 40;
/** Of 50 queries a second, this many search text. */
const queriesPerSecond = 45;
const searchesPerSecond = 5;

/**
 * Serves while it loads: 5,000 traces/s come in, 50 queries/s are asked, five of them for a text, and an export runs, for 20
 * seconds. A query's time counts from the moment at which it was due.
 */
export async function runMixedLoad(plan: Plan): Promise<Outcome> {
  const engine = await oursKind.open(plan);
  const figures: Record<string, Figure> = {};
  try {
    await engine.prepare?.();
    // What is opened lazily is opened before the clock runs.
    for (const row of [...queryRows, ...searchRows]) {
      for (const question of plan.questions[row]?.slice(0, 20) ?? []) await ask(engine, question);
    }
    for (const trace of makeLoad({ seed: plan.seed + 4, count: warmUpTraces, end: plan.end })) {
      await engine.insert([trace]);
    }
    await warmFiles(plan.folder);
    const progress = new Progress(`Trace Console: mixed load for ${seconds} s`);
    // The monitor's own pace is part of what it reads.
    const resolution = 2;
    const delay = monitorEventLoopDelay({ resolution });
    delay.enable();
    const until = performance.now() + seconds * 1000;
    const [acknowledged, waits, searches, exported] = await Promise.all([
      write(engine, plan, until),
      askAll(engine, plan, queryRows, queriesPerSecond, until),
      askAll(engine, plan, searchRows, searchesPerSecond, until),
      exportAll(engine, until),
    ]);
    delay.disable();
    figures["mixed-query"] = figureOf(waits);
    figures["mixed-search"] = figureOf(searches);
    figures["mixed-acknowledge"] = figureOf(acknowledged);
    figures["mixed-export"] = single(exported);
    figures["mixed-loop-delay"] = {
      p50: Math.max(0, delay.percentile(50) / 1e6 - resolution),
      p99: Math.max(0, delay.percentile(99) / 1e6 - resolution),
    };
    progress.done(
      `queries p99 ${readable(figures["mixed-query"].p99, 1)} ms, loop delay p99 ${readable(figures["mixed-loop-delay"].p99, 1)} ms`,
    );
  } finally {
    await engine.close();
  }
  return { figures, answers: {}, growth: [] };
}

/** Runs `work` at a steady pace until `until`. @returns ms from when each was due to its end */
async function atPace(
  perSecond: number,
  until: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const begin = performance.now();
  const running: Promise<number>[] = [];
  for (let index = 0; ; index += 1) {
    const due = begin + (index * 1000) / perSecond;
    if (due >= until) break;
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    running.push(work(index).then(() => performance.now() - due));
  }
  return Promise.all(running);
}

async function write(engine: Engine, plan: Plan, until: number): Promise<number[]> {
  const length = tracesPerSecond / writesPerSecond;
  const traces = makeLoad({ seed: plan.seed + 2, count: tracesPerSecond * seconds, end: plan.end });
  const times: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const makeBatch = async () => {
    const batch: LoadTrace[] = [];
    while (batch.length < length) {
      const made = traces.next();
      if (made.done) break;
      // Whoever sends traces makes them elsewhere: those who ask must not wait for it.
      if (batch.push(made.value) % madeAtOnce === 0) await setImmediate();
    }
    return batch;
  };
  let next = makeBatch();
  await atPace(writesPerSecond, until, async () => {
    const making = next;
    next = making.then(makeBatch);
    const batch = await making;
    const start = performance.now();
    const before = last;
    last = before.then(() => engine.insert(batch));
    await last;
    times.push(performance.now() - start);
  });
  return times;
}

/** Asks the questions of some rows in turn. @returns ms of each, from when it was due */
async function askAll(
  engine: Engine,
  plan: Plan,
  rows: readonly string[],
  perSecond: number,
  until: number,
): Promise<number[]> {
  return atPace(perSecond, until, async (index) => {
    const questions = plan.questions[rows[index % rows.length] ?? ""] ?? [];
    const question = questions[Math.floor(index / rows.length) % questions.length];
    if (question !== undefined) await ask(engine, question);
  });
}

/** Exports again and again. @returns traces per second */
async function exportAll(engine: Engine, until: number): Promise<number> {
  const start = performance.now();
  let lines = 0;
  while (performance.now() < until) lines += (await engine.exportAll()).lines;
  return (lines / (performance.now() - start)) * 1000;
}
