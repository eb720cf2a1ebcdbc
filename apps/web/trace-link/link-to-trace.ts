import { withTime } from "../trace-list/trace-list-url.ts";
import { withTrace } from "./trace-address.ts";

/**
 * The parameters of a link to a trace, for somebody else: on the list as it is, in the project that
 * is shown. A live list is sent as it is at `now` (ms since 1970), so that the link shows the same
 * rows later on.
 */
export function linkToTrace(
  params: URLSearchParams,
  { projectId, traceId, now }: { projectId: string; traceId: string; now: number },
): URLSearchParams {
  const link = withTrace(params.has("live") ? withTime(params, now) : params, traceId);
  link.delete("live");
  // Without it the address means the first project of the region that the reader has.
  link.set("project", projectId);
  return link;
}
