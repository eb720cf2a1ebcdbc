import { ApiError } from "@trace-console/contracts/errors";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";

const minuteMs = 60_000;
/** A week in minutes: more bars than any screen has pixels. */
const bucketsAtMost = 7 * 24 * 60;

/**
 * The width of a histogram's buckets, in ms.
 * @throws ApiError 400 `CTS.0300` unless it is a multiple of a minute, and wide enough for the range.
 */
export function bucketWidth(text: string | null, { from, to }: TraceQuery): number {
  const width = /^\d{1,16}$/.test(text ?? "") ? Number(text) : 0;
  if (width === 0 || width % minuteMs !== 0) {
    throw new ApiError("CTS.0300", {
      detail: "Query failed: width must be a multiple of 60000, in ms.",
    });
  }
  if ((to - from) / width > bucketsAtMost) {
    throw new ApiError("CTS.0300", {
      detail: `Query failed: width must be wider for this range, for at most ${bucketsAtMost} buckets.`,
    });
  }
  return width;
}
