import { setImmediate } from "node:timers/promises";
import type { Trace } from "@trace-console/contracts/trace";
import { normaliseTrace } from "@trace-console/intake/normalise-trace";
import { type ObsScope, parseObsPath } from "@trace-console/intake/obs-path";
import { readTraceFile } from "@trace-console/intake/read-trace-file";
import { type Place, type ValueBounds, buildPlaceFinder } from "@trace-console/intake/split-values";
import type { AppendVerdict, TraceRecord } from "@trace-console/trace-store/trace-store";
import type { FileOutcome, TraceOutcome } from "./report.ts";
import type { TraceScopes } from "./trace-scope.ts";

/** Traces that become durable together; also bounded in bytes, as one may have 4 MiB. */
export const batchTraces = 4_000;
const batchBytes = 16 * 2 ** 20;

/** What importing a file needs, and whom it tells. */
export interface ImportContext {
  /** Stores traces of a project, and has those told who asked to be. */
  readonly append: (
    project_id: string,
    records: readonly TraceRecord[],
  ) => Promise<readonly AppendVerdict[]>;
  readonly scopes: TraceScopes;
  /** Why a project does not take a trace; undefined when it does. */
  readonly refusalOf: (project_id: string, trace: Trace) => string | undefined;
  /** Whether to end after the batch that is being written. */
  readonly isStopped: () => boolean;
  readonly tell: (outcome: TraceOutcome) => void;
  /** @param part of the file that is done, 0 to 1. */
  readonly advance: (part: number) => void;
}

/** A value of the file on its way to its verdict. */
interface Pending {
  readonly index: number;
  readonly place: Place;
  readonly trace_id: string | undefined;
  readonly fate:
    | { readonly kind: "append"; readonly project_id: string; readonly record: TraceRecord }
    | { readonly kind: "reject"; readonly reason: string };
}

function judge(
  bytes: Buffer,
  scope: ObsScope,
  { scopes, refusalOf }: ImportContext,
): Pick<Pending, "trace_id" | "fate"> {
  const normalised = normaliseTrace(bytes);
  if (!normalised.ok) {
    return { trace_id: undefined, fate: { kind: "reject", reason: normalised.reason } };
  }
  const { record } = normalised;
  const { trace_id } = record.trace;
  const resolved = scopes.resolve(record.trace, scope);
  if (!resolved.ok) return { trace_id, fate: { kind: "reject", reason: resolved.reason } };
  const { project_id } = resolved;
  const refusal = refusalOf(project_id, record.trace);
  return refusal === undefined
    ? { trace_id, fate: { kind: "append", project_id, record } }
    : { trace_id, fate: { kind: "reject", reason: refusal } };
}

/** Stores a batch, one project after the other, and tells the verdicts in the order of the file. */
async function storeBatch(
  file: string,
  batch: readonly Pending[],
  { append, tell }: ImportContext,
): Promise<void> {
  const byProject = new Map<string, { index: number; record: TraceRecord }[]>();
  for (const { index, fate } of batch) {
    if (fate.kind !== "append") continue;
    const ofProject = byProject.get(fate.project_id) ?? [];
    ofProject.push({ index, record: fate.record });
    byProject.set(fate.project_id, ofProject);
  }
  const verdicts = new Map<number, Pick<TraceOutcome, "verdict" | "ahead">>();
  for (const [project_id, ofProject] of byProject) {
    const appended = await append(
      project_id,
      ofProject.map(({ record }) => record),
    );
    for (const [at, verdict] of appended.entries()) {
      const { index } = ofProject[at] ?? {};
      if (index !== undefined) verdicts.set(index, verdict);
    }
  }
  for (const { index, place, trace_id, fate } of batch) {
    const reason = fate.kind === "reject" ? fate.reason : undefined;
    const { verdict, ahead } = verdicts.get(index) ?? { verdict: "rejected", ahead: false };
    tell({ file, index, place, trace_id, verdict, reason, ahead });
  }
}

/** Why `--region` cannot be right for a trace of the file, or undefined when it can. */
function findContradiction(
  bytes: Buffer,
  values: ValueBounds,
  scope: ObsScope,
  scopes: TraceScopes,
): string | undefined {
  if (scopes.flags.region === undefined) return undefined;
  if (scopes.flags.project !== undefined) return scopes.contradictionOf(scopes.flags.project);
  const seen = new Set<string>();
  for (let index = 0; index < values.count; index++) {
    const normalised = normaliseTrace(bytes.subarray(values.startOf(index), values.endOf(index)));
    const project_id = normalised.ok && scopes.projectOf(normalised.record.trace, scope);
    if (!project_id || seen.has(project_id)) continue;
    seen.add(project_id);
    const contradiction = scopes.contradictionOf(project_id);
    if (contradiction !== undefined) return contradiction;
  }
  return undefined;
}

/**
 * Imports one trace file: the whole file is read and checked first, then its traces are stored in
 * batches. A broken file, and one that contradicts `--region`, stores nothing.
 */
export async function importFile(file: string, context: ImportContext): Promise<FileOutcome> {
  const read = await readTraceFile(file);
  if (read.kind === "broken") {
    return { file, status: "broken", reason: read.reason, place: read.place };
  }
  if (read.kind === "digest") return { file, status: "digest" };
  const { bytes, values } = read;
  const scope = parseObsPath(file);
  const contradiction = findContradiction(bytes, values, scope, context.scopes);
  if (contradiction !== undefined) return { file, status: "refused", reason: contradiction };

  const findPlace = buildPlaceFinder(bytes);
  let batch: Pending[] = [];
  let size = 0;
  for (let index = 0; index < values.count && !context.isStopped(); index++) {
    const [start, end] = [values.startOf(index), values.endOf(index)];
    const judged = judge(bytes.subarray(start, end), scope, context);
    batch.push({ index, place: findPlace(start), ...judged });
    size += end - start;
    if (batch.length < batchTraces && size < batchBytes && index + 1 < values.count) continue;
    await storeBatch(file, batch, context);
    context.advance((index + 1) / values.count);
    batch = [];
    size = 0;
    // Lets signals and the display in: a store in this process never gives them a turn.
    await setImmediate();
  }
  return { file, status: "imported" };
}
