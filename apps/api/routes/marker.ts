import { ApiError } from "@trace-console/contracts/errors";
import { UnknownMarkerError } from "@trace-console/trace-store/trace-store";

/** Awaits a page; a marker that the project does not hold is the client's error, 400 `CTS.0300`. */
export async function withKnownMarker<Page>(page: Promise<Page>): Promise<Page> {
  try {
    return await page;
  } catch (error) {
    if (!(error instanceof UnknownMarkerError)) throw error;
    throw new ApiError("CTS.0300", {
      detail: "Query failed: next must be the marker of an earlier page.",
    });
  }
}
