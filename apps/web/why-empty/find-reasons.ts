import { readsTraces } from "@trace-console/contracts/trace-filter";
import { isSignedOut } from "../api-client/query-client.ts";
import type { Ask } from "./ask.ts";
import { inParallel } from "./in-parallel.ts";
import { askLatest, askOtherTimes, askWithoutAny, askWithoutEach } from "./questions.ts";
import type { Emptiness, Question, Reason } from "./questions.ts";

/** The answer to one question; no reason: it leads to no trace. */
export interface Answer {
  readonly id: string;
  readonly reason: Reason | null;
}

/** What is known so far. */
export interface Findings {
  /** In the order in which they came, so that nothing moves when another one comes. */
  readonly answers: readonly Answer[];
  /** Whether a question was not answered. */
  readonly failed: boolean;
}

/** How the reasons are looked for. */
interface Search {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** What an earlier search has found: it is not asked again. */
  readonly known: readonly Answer[];
  /** Told of each answer as it comes. */
  readonly tell: (findings: Findings) => void;
}

/** So many questions are asked at once; fewer that search, as all people share the places. */
const atOnce = { requests: 4, searches: 2 };

/** The reasons among answers. */
export function reasonsIn(answers: readonly Answer[]): readonly Reason[] {
  return answers.flatMap(({ reason }) => (reason === null ? [] : [reason]));
}

/**
 * Finds out what would bring traces: to take one filter away, else all of them; another time; and
 * where nothing does, what the project holds at all. A question that fails hinders no other.
 *
 * @throws the signal's reason when it ends the search; RequestFailure when the session has ended.
 */
export async function findReasons(
  emptiness: Emptiness,
  { ask, signal, known, tell }: Search,
): Promise<Findings> {
  let findings: Findings = { answers: known, failed: false };
  const found = () => reasonsIn(findings.answers);

  const answer = async ({ id, find }: Question) => {
    try {
      const reason = await find();
      signal.throwIfAborted();
      findings = { ...findings, answers: [...findings.answers, { id, reason }] };
      tell(findings);
    } catch (error) {
      if (signal.aborted || isSignedOut(error)) throw error;
      findings = { ...findings, failed: true };
    }
  };
  const put = async (questions: readonly Question[]) => {
    const open = questions.filter(({ id }) => findings.answers.every((one) => one.id !== id));
    const quickFirst = open.toSorted((a, b) => Number(a.isSlow) - Number(b.isSlow));
    const isSearch = readsTraces(emptiness.query);
    await inParallel(quickFirst, isSearch ? atOnce.searches : atOnce.requests, answer);
  };

  await put([...askWithoutEach(emptiness, ask), ...askOtherTimes(emptiness, ask)]);
  if (emptiness.removals.length > 1 && found().every(({ kind }) => kind !== "without")) {
    await put([askWithoutAny(emptiness, ask)]);
  }
  if (found().length === 0) await put([askLatest(emptiness, ask)]);
  return findings;
}
