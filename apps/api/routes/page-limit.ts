import { maxPageSize } from "@trace-console/contracts/console-api";
import { ApiError } from "@trace-console/contracts/errors";

/**
 * The page size asked for.
 * @throws ApiError 400 `CTS.0300` unless it is an integer from 1 to 200 (API reference, ListTraces).
 */
export function pageLimit(text: string | undefined, whenAbsent: number): number {
  if (text === undefined || text === "") return whenAbsent;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > maxPageSize) {
    throw new ApiError("CTS.0300", {
      detail: `Query failed: limit must be an integer from 1 to ${maxPageSize}.`,
    });
  }
  return limit;
}
