import { countingAddressesSchema } from "@trace-console/contracts/console-api";
import type { CountingAddresses } from "@trace-console/contracts/console-api";
import { formatTraceQuery } from "@trace-console/contracts/trace-filter";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { requestLines } from "../api-client/request-lines.ts";

/** The addresses of the traces that match; `onPartial` is told what is counted so far. */
export function fetchAddresses(
  projectId: string,
  query: TraceQuery,
  signal: AbortSignal,
  onPartial: (addresses: CountingAddresses) => void,
): Promise<CountingAddresses> {
  const path = `/api/projects/${encodeURIComponent(projectId)}/addresses?${formatTraceQuery(query)}`;
  return requestLines(path, countingAddressesSchema, signal, onPartial);
}
