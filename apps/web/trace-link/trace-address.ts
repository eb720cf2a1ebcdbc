/** The parameter of the page's address that opens a trace. */
const parameter = "trace";

/** The id of the trace that the address opens; null when it opens none. */
export function openedTrace(params: URLSearchParams): string | null {
  return params.get(parameter) || null;
}

/** The address with a trace opened; null closes it. All else stays. */
export function withTrace(params: URLSearchParams, traceId: string | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (traceId === null) changed.delete(parameter);
  else changed.set(parameter, traceId);
  return changed;
}
