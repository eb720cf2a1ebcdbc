import { join } from "node:path";
import { type Log, openLog } from "./log.ts";
import { type NewNumbers, Numbers } from "./numbers.ts";
import type { Segment, SegmentEntry } from "./segment.ts";
import { type SegmentMemory, SegmentSet } from "./segment-set.ts";

/** A segment and what is in memory of it, as one thread tells another. */
export interface SharedSegment {
  readonly entry: SegmentEntry;
  readonly head: SharedArrayBuffer;
}

/** What changed, as one thread tells another. */
export interface Change {
  readonly numbers: NewNumbers;
  readonly added: readonly SharedSegment[];
  readonly removed: readonly number[];
}

/** Finds what is in memory of a segment already, because another thread has it. */
export type FindHead = (entry: SegmentEntry) => SharedArrayBuffer | undefined;

/** What the log holds, in memory, up to date with every commit of every process. */
export class LogView {
  readonly log: Log;
  readonly numbers = new Numbers();
  readonly segments: SegmentSet;
  readonly #findHead: FindHead;
  #version = -1;

  constructor(folder: string, memory: SegmentMemory, findHead: FindHead) {
    this.log = openLog(folder);
    this.segments = new SegmentSet(join(folder, "segments"), memory);
    this.#findHead = findHead;
  }

  /**
   * Learns what was committed since, here or elsewhere.
   * @throws DatabaseFileError for a segment file that is missing, cut short or no segment.
   */
  refresh(): Change | undefined {
    const version = this.log.version();
    if (version === this.#version) return undefined;
    const change = this.reload();
    this.#version = version;
    return change;
  }

  /** The same, whether or not somebody else has committed: after a commit of one's own. */
  reload(findHead: FindHead = this.#findHead): Change {
    const entries = this.log.segments();
    const present = new Set(entries.map(({ no }) => no));
    const removed = [...this.segments.all()]
      .map(({ entry }) => entry.no)
      .filter((no) => !present.has(no));
    const added: Segment[] = [];
    for (const entry of entries) {
      if (this.segments.has(entry.no)) continue;
      const head = findHead(entry);
      const image =
        head === undefined && entry.file === undefined ? this.log.image(entry.no) : undefined;
      // A log row that another process removed since the list was read is in a file by now.
      if (head === undefined && entry.file === undefined && image === undefined) {
        return this.reload(findHead);
      }
      const segment = this.segments.add(entry, head, image);
      if (segment !== undefined) added.push(segment);
    }
    for (const no of removed) this.segments.remove(no);
    return {
      numbers: this.#learnNumbers(),
      added: added.map(shareSegment),
      removed,
    };
  }

  /** All that is known, for a thread that knows nothing. */
  known(): Change {
    return {
      numbers: this.numbers.list(),
      added: [...this.segments.all()].map(shareSegment),
      removed: [],
    };
  }

  #learnNumbers(): NewNumbers {
    const { numbers, log } = this;
    const learnt = {
      projects: log.projectsAfter(numbers.projects.length - 1),
      kinds: log.kindsAfter(numbers.kindCount - 1),
      names: log.namesAfter(numbers.names.length - 1),
    };
    numbers.add(learnt);
    return learnt;
  }

  close(): void {
    this.segments.close();
    this.log.close();
  }
}

function shareSegment({ entry, source }: Segment): SharedSegment {
  return { entry, head: source.head };
}
