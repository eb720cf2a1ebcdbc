import type { Operation } from "../trace-store.ts";
import type { Numbers } from "./numbers.ts";
import type { Segment } from "./segment.ts";

/** The operations that the traces of some segments hold, each once. */
export function operationsOf(segments: readonly Segment[], numbers: Numbers): Operation[] {
  const operations = new Map<string, Operation>();
  const kinds = new Set<number>();
  for (const { columns } of segments) for (const kind of columns.kinds.values) kinds.add(kind);
  for (const kind of kinds) {
    const [, service_type, resource_type, trace_name] = numbers.keyOf(kind);
    if (!trace_name) continue;
    operations.set(JSON.stringify([service_type, resource_type, trace_name]), {
      service_type: service_type ?? "",
      resource_type: resource_type ?? "",
      trace_name,
    });
  }
  return [...operations.values()];
}
