import { BatchRows } from "./batch-rows.ts";
import { KnownIds } from "./known-ids.ts";
import { type FindHead, LogView, type SharedSegment } from "./log-view.ts";
import { operatorMs } from "./limits.ts";
import type { NewBatch } from "./new-batch.ts";
import { SegmentFolder } from "./segment-folder.ts";
import { type OnProblem, SealProblems } from "./seal-problems.ts";
import { SealDesk } from "./seal-desk.ts";
import { dayOf } from "./utc-day.ts";
import type { VerdictCodes } from "./verdict-codes.ts";
import { Verdicts } from "./verdicts.ts";

/** Unpacked bodies kept to compare traces that come again, which mostly come in order. */
const cacheBytes = 8 * 2 ** 20;

/** What an append did: the verdicts of each batch, and the segments that now hold their traces. */
export interface Appended {
  readonly verdicts: readonly VerdictCodes[];
  readonly added: readonly SharedSegment[];
}

export interface WriterOptions {
  /** The folder of the store. */
  readonly folder: string;
  readonly retentionMs: number;
  readonly rowsPerSegment: number;
  /** After sealing failed it is tried again, ms. */
  readonly retryMs?: number | undefined;
}

/** The one writer of a process: commits batches to the log, and drops the days that expired. */
export class Writer {
  readonly view: LogView;
  /** What is made of the batches later. */
  readonly sealing: SealDesk;
  readonly #retentionMs: number;
  readonly #rowsPerSegment: number;
  readonly #ids: KnownIds;
  readonly #verdicts: Verdicts;
  readonly #folder: SegmentFolder;

  /** @throws DatabaseFileError for a file that cannot be used. */
  constructor(options: WriterOptions, findHead: FindHead, onProblem: OnProblem) {
    const { folder, retentionMs, rowsPerSegment, retryMs } = options;
    this.#folder = new SegmentFolder(folder);
    this.view = new LogView(folder, { cacheBytes }, findHead);
    this.#ids = new KnownIds(this.view.segments);
    this.#verdicts = new Verdicts(this.view, this.#ids, retentionMs);
    const problems = new SealProblems(onProblem, retryMs);
    this.sealing = new SealDesk(this.view, this.#ids, this.#folder, problems, rowsPerSegment);
    this.#retentionMs = retentionMs;
    this.#rowsPerSegment = rowsPerSegment;
    try {
      this.refresh();
    } catch (error) {
      this.view.close();
      throw error;
    }
  }

  /** Learns what other processes have committed. @returns the segments that are new. */
  refresh(): readonly SharedSegment[] {
    const change = this.view.refresh();
    if (change !== undefined) this.#ids.learn(change);
    return change?.added ?? [];
  }

  /**
   * Commits batches together; when it returns, all of them survive a crash. On an error none is
   * stored.
   */
  append(batches: readonly NewBatch[]): Appended {
    const written: { no: number; image: SharedArrayBuffer }[] = [];
    const verdicts: VerdictCodes[] = [];
    try {
      this.view.log.transaction(() => {
        this.refresh();
        const pending = new Map<number, BatchRows>();
        for (const batch of batches) {
          const project = this.#verdicts.projectNo(batch.project_id);
          const rows = pending.get(project) ?? new BatchRows();
          pending.set(project, rows);
          this.#ids.prepare(project, batch.times.length);
          verdicts.push(this.#verdicts.add(project, batch, rows));
        }
        for (const [project, rows] of pending) {
          for (const { day, image, length } of rows.images(this.#rowsPerSegment)) {
            const entry = { project, day, rows: length };
            const no = this.view.log.addSegment(entry, { image: new Uint8Array(image) });
            written.push({ no, image });
          }
          for (const [name, time] of rows.lastSeen) this.view.log.sawOperator(project, name, time);
        }
      });
    } catch (error) {
      this.view.numbers.clear();
      this.#ids.learn(this.view.reload());
      throw error;
    }
    if (written.length === 0) return { verdicts, added: [] };
    const heads = new Map(written.map(({ no, image }) => [no, image]));
    const change = this.view.reload((entry) => heads.get(entry.no));
    this.#ids.learn(change);
    return { verdicts, added: change.added };
  }

  /** Drops the days that ended before the window. @returns the days, ascending. */
  expire(now: number): number[] {
    const { log } = this.view;
    const oldest = now - this.#retentionMs;
    const oldestDay = dayOf(oldest);
    this.refresh();
    const days = log.transaction(() => {
      const gone = log.segments().filter(({ day }) => day < oldestDay);
      for (const { no, file } of gone) this.#folder.remove(this.view, no, file, now);
      log.forgetOperators(now - operatorMs);
      log.forgetConflicts(oldest);
      return new Set(gone.map(({ day }) => day));
    });
    this.#ids.learn(this.view.reload());
    this.#folder.deleteGone(this.view, now);
    return [...days].toSorted((a, b) => a - b);
  }

  close(): void {
    this.view.close();
  }
}
