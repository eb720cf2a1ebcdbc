import { rmSync } from "node:fs";
import { join } from "node:path";
import { measureFiles } from "../files/measure-files.ts";
import { makeLoad } from "../load/make-load.ts";
import { type HttpFigures, measureHttp } from "../ours/http-rows.ts";
import { oursKind } from "../ours/ours.ts";
import type { EngineKind } from "../peers/engine.ts";
import { Census } from "../questions/census.ts";
import { makeQuestions } from "../questions/make-questions.ts";
import { hourMs } from "../questions/question.ts";
import { compareAnswers } from "../report/compare.ts";
import { describeMachine } from "../report/machine.ts";
import { combine, round, type Result } from "../report/result.ts";
import type { Figure } from "./figures.ts";
import type { Outcome, Plan } from "./plan.ts";
import { Progress, readable } from "./progress.ts";
import { runPhase } from "./run-engine.ts";

const seed = 7;
/** How long the questions of a row are asked at most. */
const rowMs = 10_000;
/** Peers are loaded in batches for so many traces, the last ones; before, in larger ones. */
const mostMeasured = 1_000_000;
/** Files are written, searched and imported up to this many traces: beyond, it only takes longer. */
const mostInFiles = 1_000_000;

const nothing: Outcome = { figures: {}, answers: {}, growth: [] };
const noCeilings: HttpFigures = { figures: {}, ceilings: {} };

/**
 * Runs the whole benchmark in `folder`.
 *
 * @returns what was found, and what went wrong: differences between answers, engines that failed
 */
export async function runBenchmark(
  folder: string,
  count: number,
  peers: readonly EngineKind[],
): Promise<{ readonly result: Result; readonly problems: readonly string[] }> {
  const machine = await describeMachine([oursKind, ...peers]);
  // The server reads its clock itself, so that the traces must be of the last days.
  const end = Math.floor(Date.now() / hourMs) * hourMs;
  const counting = new Progress(`Load: count ${readable(count)} traces`);
  const questions = makeQuestions(new Census(makeLoad({ seed, count, end }), count), end);
  counting.done("questions made");
  const planOf = (kind: EngineKind): Plan => ({
    engine: kind.name,
    folder: join(folder, kind.name.toLowerCase().replaceAll(" ", "-")),
    seed,
    count,
    unmeasured: kind === oursKind ? 0 : Math.max(0, count - mostMeasured),
    end,
    questions,
    rowMs,
    isGrowing: false,
  });

  const problems: string[] = [];
  const plan = planOf(oursKind);
  const attempt = async <T>(work: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      console.error(error);
      return otherwise;
    }
  };
  const ours = merge(
    await runPhase("load", plan, folder),
    await runPhase("read", plan, folder),
    await attempt(() => runPhase("mixed", plan, folder), nothing),
  );
  const http = await attempt(() => measureHttp(plan), noCeilings);
  rmSync(plan.folder, { recursive: true });
  // Loaded once more for the questions in between, so that the rates above have no pauses.
  const grown = await runPhase("load", { ...plan, isGrowing: true }, folder);
  rmSync(plan.folder, { recursive: true });
  const files =
    count <= mostInFiles
      ? await attempt(() => measureFiles({ ...plan, folder }), noCeilings)
      : noCeilings;

  const outcomes: Record<string, Outcome> = {};
  for (const kind of peers) {
    const peerPlan = planOf(kind);
    const measured = await attempt(async () => {
      const loaded = await runPhase("load", peerPlan, folder);
      return merge(loaded, await runPhase("read", peerPlan, folder));
    }, nothing);
    outcomes[kind.name] = measured;
    rmSync(peerPlan.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  }

  const { compared, differences } = compareAnswers(ours, outcomes);
  console.log(
    `${readable(compared)} answers of peers compared with ours: ${differences.length} differ`,
  );
  problems.push(...differences);
  const result: Result = {
    machine,
    traces: count,
    rows: combine({ ...ours.figures, ...http.figures, ...files.figures }, outcomes, {
      ...http.ceilings,
      ...files.ceilings,
    }),
    growth: grown.growth.map(({ traces, figures }, index) => ({
      traces,
      figures: roundAll({ ...figures, ...ours.growth[index]?.figures }),
    })),
  };
  return { result, problems };
}

function roundAll(figures: Readonly<Record<string, Figure>>): Record<string, Figure> {
  return Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, round(figure)]));
}

function merge(...outcomes: readonly Outcome[]): Outcome {
  const figures: Record<string, Figure> = {};
  const answers: Record<string, readonly string[]> = {};
  for (const outcome of outcomes) {
    Object.assign(figures, outcome.figures);
    Object.assign(answers, outcome.answers);
  }
  return { figures, answers, growth: outcomes.flatMap(({ growth }) => growth) };
}
