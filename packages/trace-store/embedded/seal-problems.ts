import { explainStorageFailure } from "@trace-console/sqlite/storage-failure";
import type { SealJob } from "./sealing.ts";
import { formatDay } from "./utc-day.ts";

/** After sealing failed it is tried again, ms; the same inputs after twice as long each time. */
const retryMs = 30_000;
const retryMsAtMost = 3_600_000;

/** Told about what goes wrong while nobody waits for an answer. */
export type OnProblem = (problem: Error) => void;

/**
 * How a segment may be sealed. One of a job that failed for a reason of its own waits, and is then
 * tried alone: the one that is damaged is found, and the others are sealed.
 */
export type Sealability = "any" | "alone" | "not yet";

/** What could not be sealed, and when it is tried again. */
export class SealProblems {
  readonly #onProblem: OnProblem;
  readonly #retryMs: number;
  /** By number of the segment. */
  readonly #failed = new Map<number, { readonly times: number; readonly until: number }>();
  /** When all sealing goes on after a failure of the system, as on a full disk. */
  #pausedUntil = -Infinity;
  /** What the operator was told already. */
  readonly #told = new Set<string>();

  constructor(onProblem: OnProblem, retry = retryMs) {
    this.#onProblem = onProblem;
    this.#retryMs = retry;
  }

  /** @param now ms from any start. @returns ms until sealing may go on, 0 mostly. */
  pause(now: number): number {
    return Math.max(0, this.#pausedUntil - now);
  }

  /** @param no number of the segment. */
  sealability(no: number, now: number): Sealability {
    const failed = this.#failed.get(no);
    if (failed === undefined) return "any";
    return now < failed.until ? "not yet" : "alone";
  }

  /** Notes that a job was not sealed, for a reason of the system or else of its own. */
  failed({ inputs, day }: SealJob, project: string, error: unknown, now: number): void {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (isOfSystem(reason)) {
      this.#pausedUntil = now + this.#retryMs;
      const why = explainStorageFailure(reason) ?? reason.message;
      this.#tell("system", `Sealing segments failed, and is tried again: ${why}`, reason);
      return;
    }
    for (const { entry } of inputs) {
      const times = (this.#failed.get(entry.no)?.times ?? 0) + 1;
      const wait = Math.min(this.#retryMs * 2 ** (times - 1), retryMsAtMost);
      this.#failed.set(entry.no, { times, until: now + wait });
    }
    const what = `${formatDay(day)} of project ${project}`;
    this.#tell(
      what,
      `Batches of ${what} could not be sealed: ${reason.message} They stay in the log and are tried again; others are sealed meanwhile.`,
      reason,
    );
  }

  /** Notes that a job was sealed: the next failure of the system is told again. */
  sealed({ inputs }: SealJob): void {
    this.#told.delete("system");
    for (const { entry } of inputs) this.#failed.delete(entry.no);
  }

  #tell(key: string, message: string, cause: Error): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#onProblem(new Error(message, { cause }));
  }
}

/** Whether an error is the system's or SQLite's, and not one of what was to be sealed. */
function isOfSystem(error: Error): boolean {
  const codeOf = (one: unknown) => (one instanceof Error && "code" in one ? String(one.code) : "");
  const isOfSqlite = [error, error.cause].some((one) => codeOf(one) === "ERR_SQLITE_ERROR");
  return isOfSqlite || /^E[A-Z\d]+$/.test(codeOf(error));
}
