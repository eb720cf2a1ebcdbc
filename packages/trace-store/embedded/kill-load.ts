import type { TraceRecord } from "../trace-store.ts";

export const killedProject = "11111111111111111111111111110004";
export const batchSize = 100;
/** Small, so that many kills fall while something is sealed. */
export const rowsPerSegment = 1_500;
const now = Date.UTC(2026, 2, 11, 12);
export const clock = () => now;

/** The trace in a place of a batch: the traces of a batch lie on three days. */
export function recordOf(batch: number, index: number): TraceRecord {
  const trace = {
    trace_id: `${batch}-${index}`,
    trace_name: `Name${index % 7}`,
    time: now - (index % 3) * 86_400_000 - batch * 10 - index,
    resource_id: `resource ${batch % 50}`,
    user: { name: `operator ${index % 11}` },
    request: "x".repeat(200 + ((batch * 31 + index) % 400)),
  };
  return { trace, wire: JSON.stringify(trace), original: undefined };
}
