import { readFileSync } from "node:fs";
import type { Questions } from "../questions/make-questions.ts";
import type { Figure } from "./figures.ts";

/** What a program that measures one engine is told. */
export interface Plan {
  readonly engine: string;
  /** Exists; the engine's own. */
  readonly folder: string;
  readonly seed: number;
  readonly count: number;
  /** So many come in large batches that are not measured, before the rest. */
  readonly unmeasured: number;
  readonly end: number;
  readonly questions: Questions;
  /** How long at most the questions of a row are asked, ms. */
  readonly rowMs: number;
  /** Ask questions while the load grows; what the engine then does meanwhile counts for nothing. */
  readonly isGrowing: boolean;
}

/** Some figures of an engine when it held so many traces. */
export interface GrowthStep {
  readonly traces: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** What a program measured. */
export interface Outcome {
  readonly figures: Readonly<Record<string, Figure>>;
  /** Row by row the answers in short, in the order of its questions. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly growth: readonly GrowthStep[];
}

/** How many traces a batch has. */
export const batchLength = 1_000;
/** The same of those that are not measured. */
export const unmeasuredLength = 20_000;

/** Reads what the benchmark's main program wrote. @throws TypeError when it is something else */
export function readPlan(file: string): Plan {
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isPlan(read)) throw new TypeError(`${file} holds no plan`);
  return read;
}

/** Reads what a measuring program wrote. @throws TypeError when it is something else */
export function readOutcome(file: string): Outcome {
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isOutcome(read)) throw new TypeError(`${file} holds no outcome`);
  return read;
}

// Both files are written by this very version: a look tells enough.
function isPlan(read: unknown): read is Plan {
  return typeof read === "object" && read !== null && "engine" in read && "questions" in read;
}

function isOutcome(read: unknown): read is Outcome {
  return typeof read === "object" && read !== null && "figures" in read && "answers" in read;
}
