import type { Engine } from "../peers/engine.ts";
import type { Question } from "../questions/question.ts";
import { ask } from "./answers.ts";
import { type Figure, figureOf } from "./figures.ts";
import { Progress, readable } from "./progress.ts";

const fewest = 5;
/** One question of so many warms up: code is compiled, and files are in memory. */
const warmUpOf = 3;
/** Warming up ends after this long: who takes seconds for a question is not cold at the second. */
const warmUpMs = 2_000;

/**
 * Asks the questions of a row one after the other, until all are asked or `limitMs` is over (at
 * least five). The last ones warm up and are not measured, so that nothing is measured cold, nor
 * what was just asked.
 *
 * @returns ms per question, and the answers to those that were asked
 */
export async function askRow(
  engine: Engine,
  title: string,
  questions: readonly Question[],
  limitMs: number,
): Promise<{ readonly figure: Figure; readonly answers: readonly string[] }> {
  const progress = new Progress(title);
  const begin = performance.now();
  const measured = questions.length - Math.floor(questions.length / warmUpOf);
  for (const question of questions.slice(measured)) {
    if (performance.now() - begin < warmUpMs) await ask(engine, question);
  }
  const from = performance.now();
  const times: number[] = [];
  const answers: string[] = [];
  for (const question of questions.slice(0, measured)) {
    if (times.length >= fewest && performance.now() - from > limitMs) break;
    const start = performance.now();
    const answer = await ask(engine, question);
    times.push(performance.now() - start);
    answers.push(answer());
    progress.note(() => `${times.length} of ${measured} questions`);
  }
  const figure = figureOf(times);
  progress.done(
    `${readable(figure.p50, 2)} / ${readable(figure.p99, 2)} ms over ${times.length} questions`,
  );
  return { figure, answers };
}
