import { isEqualJson } from "@trace-console/contracts/canonical-json";
import type { AppendVerdict } from "../trace-store.ts";
import { BatchRows } from "./batch-rows.ts";
import { Block } from "./block-cache.ts";
import { idBytes } from "./build-image.ts";
import { hashText } from "./hash.ts";
import { KnownIds } from "./known-ids.ts";
import { type FindHead, LogView, type SharedSegment } from "./log-view.ts";
import { operatorMs } from "./limits.ts";
import type { NewBatch, TextColumn } from "./new-batch.ts";
import { SegmentFolder } from "./segment-folder.ts";
import { type OnProblem, SealProblems } from "./seal-problems.ts";
import { type Activity, chooseSealJob, countBacklog, type SealJob } from "./sealing.ts";
import { packNames } from "./names.ts";
import { type HashedField, parseKindKey } from "./trace-fields.ts";
import { dayOf } from "./utc-day.ts";

/** Unpacked bodies kept to compare traces that come again, which mostly come in order. */
const cacheBytes = 8 * 2 ** 20;

/** What an append did: the verdicts of each batch, and the segments that now hold their traces. */
export interface Appended {
  readonly verdicts: readonly (readonly AppendVerdict[])[];
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

/** A job and where its file is to be written. */
export interface WriteJob extends SealJob {
  readonly path: string;
  /** Its name once it counts. */
  readonly file: string;
  readonly names: Uint8Array;
}

/** The one writer of a process: commits batches to the log and swaps segments. */
export class Writer {
  readonly view: LogView;
  readonly #retentionMs: number;
  readonly #rowsPerSegment: number;
  readonly #ids: KnownIds;

  readonly #folder: SegmentFolder;
  readonly #problems: SealProblems;

  /** @throws DatabaseFileError for a file that cannot be used. */
  constructor(options: WriterOptions, findHead: FindHead, onProblem: OnProblem) {
    const { folder, retentionMs, rowsPerSegment, retryMs } = options;
    this.#folder = new SegmentFolder(folder);
    this.view = new LogView(folder, cacheBytes, findHead);
    this.#ids = new KnownIds(this.view.segments);
    this.#problems = new SealProblems(onProblem, retryMs);
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
    const verdicts: AppendVerdict[][] = [];
    try {
      this.view.log.transaction(() => {
        this.refresh();
        const pending = new Map<number, BatchRows>();
        for (const batch of batches) {
          const project = this.#projectNo(batch.project_id);
          const rows = pending.get(project) ?? new BatchRows();
          pending.set(project, rows);
          this.#ids.prepare(project, batch.trace_ids.length);
          verdicts.push(this.#addBatch(project, batch, rows));
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
    const heads = new Map(written.map(({ no, image }) => [no, image]));
    const change = this.view.reload((entry) => heads.get(entry.no));
    this.#ids.learn(change);
    return { verdicts, added: change.added };
  }

  #projectNo(id: string): number {
    const { numbers, log } = this.view;
    const known = numbers.findProject(id);
    if (known !== undefined) return known;
    const no = log.addProject(id);
    numbers.add({ projects: [{ no, value: id }], kinds: [], names: [] });
    return no;
  }

  /** Adds the new traces of a batch to `rows`. @returns a verdict for each trace. */
  #addBatch(project: number, batch: NewBatch, rows: BatchRows): AppendVerdict[] {
    const { now, trace_ids, times, kinds, operators, hashed, originals } = batch;
    const kindNos = [0, ...kinds.texts.map((key) => this.#kindNo(key))];
    const operatorNos = [0, ...operators.texts.map((name) => this.#nameNo(name))];
    const hashesOf = ({ texts }: TextColumn) => [undefined, ...texts.map(hashText)];
    const hashes = {
      access_key_id: hashesOf(hashed.access_key_id),
      resource_id: hashesOf(hashed.resource_id),
      resource_name: hashesOf(hashed.resource_name),
    };
    const hashOf = (field: HashedField, index: number) =>
      hashes[field][hashed[field].ofTrace[index] ?? 0];
    const bodies = new Block(Buffer.from(batch.bodies.buffer));
    return trace_ids.map((trace_id, index) => {
      const time = times[index] ?? 0;
      const ahead = bodies.isAhead(index);
      if (time < now - this.#retentionMs) return { verdict: "expired", ahead };
      const idHash = hashText(trace_id).high;
      const wire = bodies.wire(index);
      const original = originals.get(index);
      const first = rows.find(trace_id) ?? this.#ids.find(project, trace_id, idHash, time);
      if (first === undefined) {
        const body = bodies.body(index);
        rows.add({
          trace_id,
          time,
          idHash,
          body,
          wire,
          original,
          id: idBytes(body),
          kind: kindNos[kinds.ofTrace[index] ?? 0] ?? 0,
          operator: operatorNos[operators.ofTrace[index] ?? 0] ?? 0,
          hashes: {
            access_key_id: hashOf("access_key_id", index),
            resource_id: hashOf("resource_id", index),
            resource_name: hashOf("resource_name", index),
          },
        });
        return { verdict: "accepted", ahead };
      }
      if (isSameValue(first, original ?? wire)) return { verdict: "duplicate", ahead };
      this.view.log.addConflict(project, trace_id, now, wire.toString(), original);
      return { verdict: "conflict", ahead };
    });
  }

  #kindNo(key: string): number {
    const { numbers, log } = this.view;
    const known = numbers.findKind(key);
    if (known !== undefined) return known;
    const no = log.addKind(key);
    numbers.add({ projects: [], kinds: [{ no, value: parseKindKey(key) }], names: [] });
    return no;
  }

  #nameNo(name: string): number {
    const { numbers, log } = this.view;
    const known = numbers.findName(name);
    if (known !== undefined) return known;
    const no = log.addName(name);
    numbers.add({ projects: [], kinds: [], names: [{ no, value: name }] });
    return no;
  }

  /** What to seal next, and where to; see {@link chooseSealJob}. */
  chooseSealJob(
    activityOf: (project: number, day: number) => Activity = () => "own",
  ): WriteJob | undefined {
    if (this.sealPause > 0) return undefined;
    const job = chooseSealJob(this.view, this.#rowsPerSegment, activityOf, this.#sealabilityOf);
    if (job === undefined) return undefined;
    const path = this.#folder.unregistered();
    const names = packNames(job.inputs, job.project, this.view.numbers);
    return { ...job, path, file: this.#folder.nameOf(job), names };
  }

  readonly #sealabilityOf = (no: number) => this.#problems.sealability(no, performance.now());

  /** ms until sealing goes on, after a failure that concerns all of it; 0 mostly. */
  get sealPause(): number {
    return this.#problems.pause(performance.now());
  }

  /** How many full segments wait to be sealed. */
  get backlog(): number {
    return countBacklog(this.view, this.#rowsPerSegment, this.#sealabilityOf);
  }

  /**
   * Makes a sealed file count in place of what it was made from.
   * @returns the segment, or undefined when another process was faster.
   */
  commitSeal(job: WriteJob, head: SharedArrayBuffer, now: number): SharedSegment | undefined {
    const { log } = this.view;
    const file = log.transaction(() => this.#folder.register(this.view, job, job.path, now));
    if (file === undefined) this.#folder.discard(job.path);
    this.#problems.sealed(job);
    this.#folder.deleteGone(this.view, now);
    const change = this.view.reload((entry) => (entry.file === file ? head : undefined));
    this.#ids.learn(change);
    return change.added.find(({ entry }) => entry.file === file);
  }

  /** Notes that a job was not sealed: its batches stay in the log, from where they are read. */
  giveUpSeal(job: WriteJob, error: unknown): void {
    this.#folder.discard(job.path);
    const project = this.view.numbers.projects[job.project] ?? "";
    this.#problems.failed(job, project, error, performance.now());
  }

  close(): void {
    this.view.close();
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
}

/** Whether two originals are the same JSON value. */
function isSameValue(first: Uint8Array, again: Uint8Array): boolean {
  return (
    Buffer.compare(first, again) === 0 ||
    isEqualJson(Buffer.from(first).toString(), Buffer.from(again).toString())
  );
}
