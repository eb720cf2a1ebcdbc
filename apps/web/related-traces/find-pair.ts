import type { Trace } from "@trace-console/contracts/trace";
import { firstGiven } from "./given-text.ts";

/**
 * How long after its request a result may come, ms. It comes "usually several minutes later" (CTS
 * FAQ, as below); what comes much later may well be of something else.
 */
export const longestOperation = 30 * 60_000;

/** The two traces of one asynchronous operation. */
export interface OperationPair {
  readonly request: Trace;
  readonly result: Trace;
  /** False: the resource was also changed in between, so that the result may be of that. */
  readonly isSure: boolean;
}

/** Whether a trace tells that nothing was begun: the operation failed at once. */
function isRefused({ trace_rating, code }: Trace): boolean {
  return firstGiven(trace_rating, "normal") !== "normal" || Number(code) >= 400;
}

/** What a trace may be of an asynchronous operation, told by its origin. */
function roleOf(trace: Trace): "request" | "result" | undefined {
  switch (trace.trace_type?.toLowerCase() ?? "") {
    case "systemaction":
      return "result";
    case "consoleaction":
    case "apicall":
      return isRefused(trace) ? undefined : "request";
    default:
      return undefined;
  }
}

/** Whether a trace may have a counterpart that is worth looking for. */
export function mayBePaired(trace: Trace): boolean {
  const { read_only, resource_id, request_id } = trace;
  const isChange = roleOf(trace) !== undefined && read_only !== true;
  return isChange && firstGiven(resource_id, request_id) !== undefined;
}

function isSameOperation(a: Trace, b: Trace): boolean {
  return (
    a.trace_name === b.trace_name &&
    a.service_type === b.service_type &&
    a.resource_type === b.resource_type &&
    firstGiven(a.resource_id) === firstGiven(b.resource_id)
  );
}

/**
 * Finds the counterpart of a trace among the traces around it. "For an asynchronously invoked
 * trace, two records with the same trace name, resource type, and resource name will be generated":
 * the first has the request of a user, the second the result (CTS FAQ, "Why Is an Operation
 * Recorded Twice in the Trace List?"). A name may be given twice, so that here the id counts.
 *
 * Two traces of the same operation on the same resource are request and result when
 * - they alone have the same `request_id` (`operation_id` names an API, not one call of it), or
 * - the first was done by somebody (ConsoleAction, ApiCall) and not refused, the second is a
 *   SystemAction at most half an hour later, and no third trace comes into question: no other
 *   request before the result that it could answer, no second result of the request.
 *
 * Rather no pair than a wrong one: a second request while the first has no result leaves both
 * alone.
 *
 * @param around all traces of the resource from {@link longestOperation} before the trace until as
 *   long after it, newest first, with the trace itself.
 */
export function findPair(trace: Trace, around: readonly Trace[]): OperationPair | null {
  const operations = around.filter((other) => isSameOperation(trace, other)).toReversed();
  const call = firstGiven(trace.request_id);
  if (call !== undefined) {
    const [request, result, ...more] = operations.filter(({ request_id }) => request_id === call);
    if (request !== undefined && result !== undefined) {
      return more.length === 0 ? { request, result, isSure: true } : null;
    }
  }
  return firstGiven(trace.resource_id) === undefined
    ? null
    : findNeighbour(trace, operations, around);
}

/** The pair of neighbours of which `trace` is one; `operations` oldest first. */
function findNeighbour(
  { trace_id }: Trace,
  operations: readonly Trace[],
  around: readonly Trace[],
): OperationPair | null {
  const steps = operations.filter((step) => roleOf(step) !== undefined);
  const place = steps.findIndex((step) => step.trace_id === trace_id);
  const own = steps[place];
  if (own === undefined) return null;
  const first = roleOf(own) === "request" ? place : place - 1;
  const [before, request, result, after] = [-1, 0, 1, 2].map((offset) => steps[first + offset]);
  if (request === undefined || result === undefined) return null;
  const isPair =
    roleOf(request) === "request" && roleOf(result) === "result" && isSoon(request, result);
  const isElse =
    (before !== undefined && roleOf(before) === "request" && isSoon(before, result)) ||
    (after !== undefined && roleOf(after) === "result" && isSoon(request, after));
  if (!isPair || isElse) return null;
  return { request, result, isSure: !isChangedBetween(request, result, around) };
}

function isSoon(request: Trace, result: Trace): boolean {
  return result.time - request.time <= longestOperation;
}

function isChangedBetween(request: Trace, result: Trace, around: readonly Trace[]): boolean {
  const [newer, older] = [result, request].map(({ trace_id }) =>
    around.findIndex((trace) => trace.trace_id === trace_id),
  );
  const between = around.slice((newer ?? 0) + 1, older);
  return between.some((trace) => roleOf(trace) !== undefined && trace.read_only !== true);
}
