import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  openSync,
  fsyncSync,
  closeSync,
} from "node:fs";
import { join } from "node:path";
import type { LogView } from "./log-view.ts";
import type { Segment } from "./segment.ts";
import { formatDay } from "./utc-day.ts";

/** So many batches of one project and day are worth a file, however small they are. */
const batchesAtMost = 64;
/** Less than this stays in the log while nothing more comes. */
const rowsWhenQuiet = 256;
const batchesWhenQuiet = 8;
/** Files that count no longer are deleted when no thread or process can still be opening them. */
const lingerMs = 60_000;

/** Segments of one project and day that are to become one. */
export interface SealJob {
  readonly project: number;
  readonly day: number;
  readonly inputs: readonly Segment[];
}

/**
 * Who adds traces to a project and day: this writer, another process, or for a while nobody.
 * What another process adds it seals itself.
 */
export type Activity = "own" | "other" | "quiet";

/**
 * Chooses what to seal next: batches that fill a segment, or many small ones; of days that are
 * quiet also what is left. Small files are taken in, so that there are few of them and each row is
 * written a few times only.
 */
export function chooseSealJob(
  view: LogView,
  rowsPerSegment: number,
  activityOf: (project: number, day: number) => Activity,
): SealJob | undefined {
  let best: SealJob | undefined;
  const sizeOf = (job: SealJob | undefined) => (job === undefined ? 0 : rowsOf(job.inputs));
  for (const job of openDays(view)) {
    const { project, day } = job;
    const batches = job.inputs.filter(({ entry }) => entry.file === undefined);
    const rows = rowsOf(batches);
    const activity = activityOf(project, day);
    const isMuch = rows >= rowsPerSegment || batches.length >= batchesAtMost;
    const isLeft =
      activity === "quiet" && (rows >= rowsWhenQuiet || batches.length >= batchesWhenQuiet);
    if (activity === "other" || !(isMuch || isLeft)) continue;
    const files = job.inputs.filter(({ entry }) => entry.file !== undefined);
    const inputs = takeInputs(batches, files, rowsPerSegment);
    if (rowsOf(inputs) > sizeOf(best)) best = { project, day, inputs };
  }
  return best;
}

/** How many full segments wait in the log. */
export function countBacklog(view: LogView, rowsPerSegment: number): number {
  return [...openDays(view)].reduce((sum, { inputs }) => {
    const batches = inputs.filter(({ entry }) => entry.file === undefined);
    return sum + Math.floor(rowsOf(batches) / rowsPerSegment);
  }, 0);
}

function openDays(view: LogView): Iterable<SealJob> {
  const days = new Map<string, { project: number; day: number; inputs: Segment[] }>();
  for (const segment of view.segments.all()) {
    const { project, day } = segment.entry;
    const key = `${project}/${day}`;
    const job = days.get(key) ?? { project, day, inputs: [] };
    job.inputs.push(segment);
    days.set(key, job);
  }
  return [...days.values()].filter((job) =>
    job.inputs.some(({ entry }) => entry.file === undefined),
  );
}

function takeInputs(
  batches: readonly Segment[],
  files: readonly Segment[],
  rowsAtMost: number,
): Segment[] {
  const taken: Segment[] = [];
  let rows = 0;
  for (const segment of batches) {
    if (rows + segment.entry.rows > rowsAtMost) break;
    taken.push(segment);
    rows += segment.entry.rows;
  }
  for (const segment of files.toSorted((a, b) => a.entry.rows - b.entry.rows)) {
    if (segment.entry.rows > rows * 2 || rows + segment.entry.rows > rowsAtMost) break;
    taken.push(segment);
    rows += segment.entry.rows;
  }
  return taken;
}

const rowsOf = (segments: readonly Segment[]) =>
  segments.reduce((sum, { entry }) => sum + entry.rows, 0);

/** The segment files in the folder of the store; which of them count is the log's word. */
export class SegmentFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, "segments");
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Where a file is written before it counts. */
  unregistered(): string {
    return join(this.#folder, `unregistered-${process.pid}-${performance.now()}`);
  }

  /** The name under which a job's file will count: no other job has the same inputs. */
  nameOf({ project, day, inputs }: SealJob): string {
    const nos = inputs.map(({ entry }) => entry.no);
    return `${formatDay(day)}-${project}-${Math.max(...nos)}-${nos.length}.seg`;
  }

  /**
   * Inside a transaction: makes a written file count in place of what it was made from.
   * @returns its name, or undefined when another process sealed or expired some of that meanwhile.
   */
  register(
    view: LogView,
    { project, day, inputs }: SealJob,
    path: string,
    now: number,
  ): string | undefined {
    const present = new Set(view.log.segments().map(({ no }) => no));
    if (!inputs.every(({ entry }) => present.has(entry.no))) return undefined;
    const file = this.nameOf({ project, day, inputs });
    renameSync(path, join(this.#folder, file));
    this.#sync();
    for (const { entry } of inputs) this.remove(view, entry.no, entry.file, now);
    view.log.addSegment({ project, day, rows: rowsOf(inputs) }, { file });
    return file;
  }

  /** Deletes a written file that is not wanted any more. */
  discard(path: string): void {
    rmSync(path, { force: true });
  }

  /** Inside a transaction: a segment counts no longer. */
  remove(view: LogView, no: number, file: string | undefined, now: number): void {
    view.log.removeSegment(no);
    if (file !== undefined) view.log.addGone(file, now);
  }

  /** Deletes files that have not counted for a while. */
  deleteGone(view: LogView, now: number): void {
    const files = view.log.goneSince(now - lingerMs);
    if (files.length === 0) return;
    for (const file of files) rmSync(join(this.#folder, file), { force: true });
    view.log.transaction(() => {
      for (const file of files) view.log.removeGone(file);
    });
  }

  /** At the start, inside a transaction: deletes what a crash left behind. */
  deleteStray(view: LogView): void {
    const known = new Set([
      ...view.log.segments().map(({ file }) => file),
      ...view.log.goneSince(Infinity),
    ]);
    for (const file of readdirSync(this.#folder)) {
      const isStray = file.endsWith(".seg") && !known.has(file);
      if (isStray || isAbandoned(file)) rmSync(join(this.#folder, file), { force: true });
    }
  }

  /** A new name is on the disk only when its folder is. */
  #sync(): void {
    const folder = openSync(this.#folder, "r");
    fsyncSync(folder);
    closeSync(folder);
  }
}

/** Whether a file was being written by a process that runs no more. */
function isAbandoned(file: string): boolean {
  const pid = Number(/^unregistered-(\d+)-/.exec(file)?.[1]);
  if (Number.isNaN(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
