import type { Trace } from "@trace-console/contracts/trace";
import { orderForDialog } from "@trace-console/contracts/trace-display-order";
import { type Difference, compareJson } from "./compare-json.ts";

/** How two traces differ. */
export interface TraceDifference {
  /** What tells something, in the order of the dialog "View Trace". */
  readonly differences: readonly Difference[];
  /** What differs between any two traces. */
  readonly incidental: readonly Difference[];
}

/** The fields that are of one trace alone. */
const ownFields = ["trace_id", "time", "record_time", "request_id"];

/** How two traces differ, field by field; what is JSON within a field is told apart. */
export function diffTraces(before: Trace, after: Trace): TraceDifference {
  const fieldOf = ({ path }: Difference) => String(path[0]);
  const order = new Map(
    orderForDialog({ ...before, ...after }).map((field, rank) => [field, rank]),
  );
  const rankOf = (difference: Difference) => order.get(fieldOf(difference)) ?? order.size;
  const all = compareJson(before, after).toSorted((a, b) => rankOf(a) - rankOf(b));
  const isOwn = (difference: Difference) => ownFields.includes(fieldOf(difference));
  return {
    differences: all.filter((difference) => !isOwn(difference)),
    incidental: all.filter(isOwn),
  };
}
