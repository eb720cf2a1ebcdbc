import type { ExportProgress } from "@trace-console/contracts/export-api";
import { RequestFailure } from "../api-client/request.ts";

/** ms between two looks at how far an export is. */
const lookEvery = 500;

/** Whether nothing will change any more. */
export function hasEnded({ state }: ExportProgress): boolean {
  return state !== "waiting" && state !== "running";
}

/**
 * When to look next how far an export is: in so many ms, or false for never.
 *
 * @param known what the last look has told; undefined before the first.
 * @param error why that failed, if it did.
 */
export function nextLook(known: ExportProgress | undefined, error: Error | null): number | false {
  if (known !== undefined && hasEnded(known)) return false;
  // A service that has been started anew knows nothing of it, and never will.
  if (error instanceof RequestFailure && error.status === 404) return false;
  return lookEvery;
}
