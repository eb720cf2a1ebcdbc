import type { LogView } from "./log-view.ts";
import type { Sealability } from "./seal-problems.ts";
import type { Segment } from "./segment.ts";

/** So many batches of one project and day are worth a file, however small they are. */
const batchesAtMost = 64;
/** Less than this stays in the log for a while yet, when nothing more comes. */
const rowsWhenQuiet = 256;
const batchesWhenQuiet = 8;

/** Segments of one project and day that are to become one. */
export interface SealJob {
  readonly project: number;
  readonly day: number;
  readonly inputs: readonly Segment[];
}

/** Worth a file while traces come slowly: what is in the log yet has no filter for text search. */
const rowsWhenRested = 4_096;

/**
 * Who adds traces to a project and day: this writer, another process, or for a while nobody.
 * What another process adds it seals itself. `rested`: this writer, and the sealer has had nothing
 * to do for a while. `still`: quiet for so long that even a single trace is worth a file.
 */
export type Activity = "own" | "rested" | "other" | "quiet" | "still";

/** How the segment with a number may be sealed. */
type SealabilityOf = (no: number) => Sealability;

/**
 * Chooses what to seal next: batches that fill a segment, or many small ones; of days that are
 * quiet also what is left. Small files are taken in, so that there are few of them and each row is
 * written a few times only. When nothing else is to be done, one of those that failed together is
 * tried alone.
 */
export function chooseSealJob(
  view: LogView,
  rowsPerSegment: number,
  activityOf: (project: number, day: number) => Activity,
  sealabilityOf: SealabilityOf,
): SealJob | undefined {
  let best: SealJob | undefined;
  const sizeOf = (job: SealJob | undefined) => (job === undefined ? 0 : rowsOf(job.inputs));
  for (const job of openDays(view, sealabilityOf)) {
    const { project, day } = job;
    const batches = job.inputs.filter(({ entry }) => entry.file === undefined);
    const rows = rowsOf(batches);
    const activity = activityOf(project, day);
    const isMuch = rows >= rowsPerSegment || batches.length >= batchesAtMost;
    const isLeft =
      activity === "still" ||
      (activity === "rested" && rows >= rowsWhenRested) ||
      (activity === "quiet" && (rows >= rowsWhenQuiet || batches.length >= batchesWhenQuiet));
    if (activity === "other" || !(isMuch || isLeft)) continue;
    const files = job.inputs.filter(({ entry }) => entry.file !== undefined);
    const inputs = takeInputs(batches, files, rowsPerSegment);
    if (rowsOf(inputs) > sizeOf(best)) best = { project, day, inputs };
  }
  return best ?? findAlone(view, sealabilityOf);
}

function findAlone(view: LogView, sealabilityOf: SealabilityOf): SealJob | undefined {
  for (const segment of view.segments.all()) {
    const { no, project, day, file } = segment.entry;
    if (file === undefined && sealabilityOf(no) === "alone") {
      return { project, day, inputs: [segment] };
    }
  }
  return undefined;
}

/** How many full segments wait in the log. */
export function countBacklog(
  view: LogView,
  rowsPerSegment: number,
  sealabilityOf: SealabilityOf,
): number {
  return [...openDays(view, sealabilityOf)].reduce((sum, { inputs }) => {
    const batches = inputs.filter(({ entry }) => entry.file === undefined);
    return sum + Math.floor(rowsOf(batches) / rowsPerSegment);
  }, 0);
}

/** The segments that may be sealed in any job, of each project and day that has some in the log. */
function openDays(view: LogView, sealabilityOf: SealabilityOf): Iterable<SealJob> {
  const days = new Map<string, { project: number; day: number; inputs: Segment[] }>();
  for (const segment of view.segments.all()) {
    const { no, project, day } = segment.entry;
    if (sealabilityOf(no) !== "any") continue;
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

export const rowsOf = (segments: readonly Segment[]) =>
  segments.reduce((sum, { entry }) => sum + entry.rows, 0);
