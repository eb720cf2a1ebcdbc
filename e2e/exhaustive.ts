import { attackStrings, worstAttackStrings } from "@trace-console/trace-samples/attack-strings";
import { isExhaustive } from "@trace-console/trace-samples/exhaustive";

/**
 * Marks tests that go through a list of which `npm test` takes a sample: `npm run test:reliability`
 * runs them with the whole list, and nothing else in the browser.
 */
export const sampled = { tag: "@sampled" } as const;

/** The attacks of this run. */
export const attacks: readonly string[] = isExhaustive ? attackStrings : worstAttackStrings;

/** The whole list in the exhaustive run, else only its first `count`. */
export function sampleOf<T>(list: readonly T[], count: number): readonly T[] {
  return isExhaustive ? list : list.slice(0, count);
}
