import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { Trace } from "@trace-console/contracts/trace";
import { ctsOperations } from "./cts-operations.ts";
import { datasetOperations } from "./dataset-operations.ts";
import { galleryOperations } from "./gallery-operations.ts";
import { inferenceOperations } from "./inference-operations.ts";
import { liteServerOperations } from "./lite-server-operations.ts";
import { modelOperations } from "./model-operations.ts";
import { notebookOperations } from "./notebook-operations.ts";
import type { OperationTable, OperationWords } from "./operation-words.ts";
import { poolOperations } from "./pool-operations.ts";
import { trainingOperations } from "./training-operations.ts";

/** The operations that have words of their own, by service. */
export const operationTables: ReadonlyMap<string, readonly OperationTable[]> = new Map<
  string,
  readonly OperationTable[]
>([
  [
    modelArtsService,
    [
      trainingOperations,
      datasetOperations,
      notebookOperations,
      modelOperations,
      inferenceOperations,
      poolOperations,
      liteServerOperations,
      galleryOperations,
    ],
  ],
  ["CTS", [ctsOperations]],
]);

/** The words of a trace's operation; undefined for operations that nobody gave words. */
export function findWords({
  service_type,
  trace_name,
}: Pick<Trace, "service_type" | "trace_name">): OperationWords | undefined {
  const tables = operationTables.get(service_type ?? "");
  // A trace may be named like something that every object has.
  return tables?.find((table) => Object.hasOwn(table, trace_name))?.[trace_name];
}
