import type { Project } from "@trace-console/contracts/console-api";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import type { AuditLog } from "./audit-log.ts";

/** Drops the days that have left the retention window, and records in each project which. */
export async function expireDays(
  store: TraceStore,
  log: AuditLog,
  projects: readonly Project[],
  clock: () => number,
): Promise<void> {
  const days = await store.expire();
  if (days.length === 0) return;
  const event = {
    time: clock(),
    trace_name: "deleteExpiredTraces",
    resource_type: "trace",
    origin: "SystemAction",
    status: 200,
    request: { days },
    message: "older than the retention window",
  } as const;
  await log.record(event, projects);
}
