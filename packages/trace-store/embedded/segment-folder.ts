import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import type { Log } from "./log.ts";
import type { LogView } from "./log-view.ts";
import { readNames } from "./names.ts";
import { rowsOf, type SealJob } from "./sealing.ts";
import { SegmentSet } from "./segment-set.ts";
import { dayOf, formatDay } from "./utc-day.ts";

/** Files that count no longer are deleted when no thread or process can still be opening them. */
const lingerMs = 60_000;

/** The segment files in the folder of the store; which of them count is the log's word. */
export class SegmentFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, "segments");
    mkdirSync(this.#folder, { recursive: true });
  }

  /**
   * At the start, inside a transaction: when the log is new but there are segment files, because
   * the log was lost, takes them in again.
   */
  takeIn(log: Log): void {
    if (log.hasHistory()) return;
    const segments = new SegmentSet(this.#folder, { cacheBytes: 0 });
    try {
      for (const file of readdirSync(this.#folder)) {
        const day = dayOf(Date.parse(file.slice(0, "2026-03-11".length)));
        if (!file.endsWith(".seg") || Number.isNaN(day)) continue;
        const segment = segments.add({ no: 0, project: 0, day, rows: 0, file }, undefined);
        if (segment === undefined) continue;
        const names = readNames(segment);
        log.restoreNames(names);
        const rows = segment.columns.length;
        log.addSegment({ project: names.project.no, day, rows }, { file });
        segments.remove(0);
      }
    } finally {
      segments.close();
    }
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

  /**
   * At the start, inside a transaction: deletes what a crash left behind. A file whose batches the
   * log holds no more is put aside instead: an old copy of the log does not know newer segments.
   */
  deleteStray(log: Log): void {
    const segments = log.segments();
    const known = new Set([...segments.map(({ file }) => file), ...log.goneSince(Infinity)]);
    const nos = new Set(segments.map(({ no }) => no));
    for (const file of readdirSync(this.#folder)) {
      const path = join(this.#folder, file);
      if (isAbandoned(file)) rmSync(path, { force: true });
      if (!file.endsWith(".seg") || known.has(file)) continue;
      const lastInput = Number(/-(\d+)-\d+\.seg$/.exec(file)?.[1]);
      if (nos.has(lastInput)) rmSync(path, { force: true });
      else renameSync(path, `${path}.aside`);
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
