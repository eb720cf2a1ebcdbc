import type { TraceFilter } from "@trace-console/contracts/trace-filter";
import { analyseNeedle, type TextNeedle } from "./text-needle.ts";

/** The filters on `source_ip`, which no column holds: each trace that may match is read. */
export interface AddressFilter {
  /** Undefined: any, or none. */
  readonly wanted: ReadonlySet<string> | undefined;
  readonly unwanted: ReadonlySet<string>;
  /** Each wanted address as a needle: it stands in the traces as any other text. */
  readonly needles: readonly TextNeedle[];
}

/** The filters on addresses, undefined when there are none. */
export function planAddresses(filter: TraceFilter): AddressFilter | undefined {
  const { source_ip: wanted, not_source_ip: unwanted } = filter;
  if (wanted === undefined && unwanted === undefined) return undefined;
  return {
    wanted: wanted && new Set(wanted),
    unwanted: new Set(unwanted),
    // With its quotes, between which it becomes the same in lower case as in the whole trace.
    needles: (wanted ?? []).map((address) => analyseNeedle(JSON.stringify(address).toLowerCase())),
  };
}

/** Whether a trace with this address, or without one, passes. */
export function passesAddress(
  { wanted, unwanted }: AddressFilter,
  address: string | undefined,
): boolean {
  if (address === undefined) return wanted === undefined;
  return !unwanted.has(address) && (wanted?.has(address) ?? true);
}
