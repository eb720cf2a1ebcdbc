import type { AppendVerdict } from "../trace-store.ts";

/**
 * The verdicts of a batch, a byte for each trace: a thousand objects take longer from thread to
 * thread than it takes to look a thousand traces up.
 */
export type VerdictCodes = Uint8Array<ArrayBuffer>;

const verdicts = ["accepted", "duplicate", "conflict", "expired"] as const;

/** The verdict of each code: those of traces that are not ahead come first. */
const byCode: readonly AppendVerdict[] = [false, true].flatMap((ahead) =>
  verdicts.map((verdict) => ({ verdict, ahead })),
);

/** The code of a verdict; see {@link readVerdicts}. */
export function codeOf(verdict: AppendVerdict["verdict"], ahead: boolean): number {
  return verdicts.indexOf(verdict) + (ahead ? verdicts.length : 0);
}

/** The verdict of each trace. @throws RangeError for a code that no verdict has. */
export function readVerdicts(codes: VerdictCodes): AppendVerdict[] {
  return Array.from(codes, (code) => {
    const verdict = byCode[code];
    if (verdict === undefined) throw new RangeError(`no verdict has the code ${code}`);
    return verdict;
  });
}
