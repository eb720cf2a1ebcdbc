import { modelArtsOperations } from "@trace-console/contracts/modelarts-families";
import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { OperationList } from "@trace-console/contracts/notification-list-api";
import type { Operation } from "@trace-console/trace-store/trace-store";

const tableOperations: readonly Operation[] = modelArtsOperations.flatMap((family) =>
  family.trace_names.map((trace_name) => ({
    service_type: modelArtsService,
    resource_type: family.resource_type,
    trace_name,
  })),
);

/** The operations of ModelArts and those of a project's traces, by source and resource type. */
export function knownOperations(seen: readonly Operation[]): OperationList["operations"] {
  const groups = Map.groupBy([...tableOperations, ...seen], (one) =>
    JSON.stringify([one.service_type, one.resource_type]),
  );
  return [...groups.values()].map((group) => ({
    service_type: group[0]?.service_type ?? "",
    resource_type: group[0]?.resource_type ?? "",
    operation_list: [...new Set(group.map((one) => one.trace_name))].filter((name) => name !== ""),
  }));
}
