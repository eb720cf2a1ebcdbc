import type { KnownIds } from "./known-ids.ts";
import type { LogView, SharedSegment } from "./log-view.ts";
import { packNames } from "./names.ts";
import type { SealProblems } from "./seal-problems.ts";
import { type Activity, chooseSealJob, countBacklog, type SealJob } from "./sealing.ts";
import type { SegmentFolder } from "./segment-folder.ts";

/** A job and where its file is to be written. */
export interface WriteJob extends SealJob {
  readonly path: string;
  /** Its name once it counts. */
  readonly file: string;
  readonly names: Uint8Array;
}

/** What a writer does about sealing: hands jobs out, and makes their files count. */
export class SealDesk {
  readonly #view: LogView;
  readonly #ids: KnownIds;
  readonly #folder: SegmentFolder;
  readonly #problems: SealProblems;
  readonly #rowsPerSegment: number;

  constructor(
    view: LogView,
    ids: KnownIds,
    folder: SegmentFolder,
    problems: SealProblems,
    rowsPerSegment: number,
  ) {
    this.#view = view;
    this.#ids = ids;
    this.#folder = folder;
    this.#problems = problems;
    this.#rowsPerSegment = rowsPerSegment;
  }

  /** What to seal next, and where to; see {@link chooseSealJob}. */
  choose(
    activityOf: (project: number, day: number) => Activity = () => "own",
  ): WriteJob | undefined {
    if (this.pause > 0) return undefined;
    const job = chooseSealJob(this.#view, this.#rowsPerSegment, activityOf, this.#sealabilityOf);
    if (job === undefined) return undefined;
    const path = this.#folder.unregistered();
    const names = packNames(job.inputs, job.project, this.#view.numbers);
    return { ...job, path, file: this.#folder.nameOf(job), names };
  }

  readonly #sealabilityOf = (no: number) => this.#problems.sealability(no, performance.now());

  /** ms until sealing goes on, after a failure that concerns all of it; 0 mostly. */
  get pause(): number {
    return this.#problems.pause(performance.now());
  }

  /** How many full segments wait to be sealed. */
  get backlog(): number {
    return countBacklog(this.#view, this.#rowsPerSegment, this.#sealabilityOf);
  }

  /**
   * Makes a sealed file count in place of what it was made from.
   * @returns the segment, or undefined when another process was faster.
   */
  commit(job: WriteJob, head: SharedArrayBuffer, now: number): SharedSegment | undefined {
    const { log } = this.#view;
    const file = log.transaction(() => this.#folder.register(this.#view, job, job.path, now));
    if (file === undefined) this.#folder.discard(job.path);
    this.#problems.sealed(job);
    this.#folder.deleteGone(this.#view, now);
    const change = this.#view.reload((entry) => (entry.file === file ? head : undefined));
    this.#ids.learn(change);
    log.shrink();
    return change.added.find(({ entry }) => entry.file === file);
  }

  /** Notes that a job was not sealed: its batches stay in the log, from where they are read. */
  giveUp(job: WriteJob, error: unknown): void {
    this.#folder.discard(job.path);
    const project = this.#view.numbers.projects[job.project] ?? "";
    this.#problems.failed(job, project, error, performance.now());
  }
}
