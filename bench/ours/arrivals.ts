import { makeLoad } from "../load/make-load.ts";
import type { Plan } from "../run/plan.ts";
import { oursKind } from "./ours.ts";

/** One a second, for far longer than the rows take. */
const arrivalsAtMost = 10_000;

/**
 * Stores a trace a second beside a server that reads the same store, as an importer would.
 *
 * @returns what ends it
 */
export function startArrivals(plan: Plan, failed: (error: unknown) => void): () => Promise<void> {
  const traces = [...makeLoad({ seed: plan.seed + 3, count: arrivalsAtMost, end: plan.end })];
  const opening = oursKind.open(plan);
  let storing: Promise<unknown> = opening;
  const storeOne = async () => {
    // The newest first, so that they are on the pages that are asked for.
    const made = traces.pop();
    if (made !== undefined) await (await opening).insert([made]);
  };
  const timer = setInterval(() => {
    storing = storing.then(storeOne).catch(failed);
  }, 1_000);
  return async () => {
    clearInterval(timer);
    await storing;
    await (await opening).close();
  };
}
