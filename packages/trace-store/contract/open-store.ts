import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Trace } from "@trace-console/contracts/trace";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { onTestFinished } from "vitest";
import type { Clock } from "../clock.ts";
import type { ExportOptions, TraceRecord, TraceStore } from "../trace-store.ts";

/** How an engine is opened by the contract suite: two stores of one folder are one store. */
export type OpenStore = (options: {
  readonly folder: string;
  readonly retentionDays: number;
  readonly clock: Clock;
}) => TraceStore;

/** 2026-03-11 12:00 UTC, the present moment of the contract suite unless a test moves it. */
export const noon = Date.UTC(2026, 2, 11, 12);
export const hour = 3_600_000;
export const day = 24 * hour;
export const project = "11111111111111111111111111110004";
export const otherProject = "11111111111111111111111111110003";
/** A query for everything that the window may hold. */
export const everything = { trace_type: "system", from: 0, to: noon + 400 * day } as const;

/** A store in a folder of its own, with a clock that the test moves; gone when the test ends. */
export function openTestStore(openStore: OpenStore, retentionDays = 7) {
  const folder = mkdtempSync(join(tmpdir(), "trace-store-"));
  const time = { now: noon };
  const stores: TraceStore[] = [];
  const open = () => {
    const store = openStore({ folder, retentionDays, clock: () => time.now });
    stores.push(store);
    return store;
  };
  onTestFinished(async () => {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true });
  });
  return { store: open(), reopen: open, time, folder };
}

/** A record of the trace as the normaliser would make it. */
export function buildRecord(
  overrides: Partial<Trace> & { trace_id: string },
  original?: string,
): TraceRecord {
  const trace: Trace = {
    trace_name: "CreateJobV2",
    service_type: "ModelArts",
    resource_type: "JobV2",
    trace_rating: "normal",
    trace_type: "ApiCall",
    time: noon - hour,
    user: { name: "li.wei" },
    ...overrides,
  };
  return {
    trace,
    wire: JSON.stringify(trace),
    original: original === undefined ? undefined : Buffer.from(original),
  };
}

/** The ids of all traces that a query yields, walked page by page. */
export async function walk(
  store: TraceStore,
  query: Omit<Parameters<TraceStore["list"]>[1], "limit" | "after">,
  limit: number,
  betweenPages: () => Promise<void> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await store.list(project, { ...query, limit, after: ids.at(-1) });
    ids.push(...page.traces.map((trace) => trace.trace_id));
    if (!page.more) return ids;
    await betweenPages();
  }
}

/** The whole export of a query. */
export async function exported(
  store: TraceStore,
  asked: TraceQuery,
  options?: ExportOptions,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of store.exportTraces(project, asked, options)) pieces.push(bytes);
  return Buffer.concat(pieces).toString();
}
