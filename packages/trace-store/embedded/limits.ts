import { dayMs } from "./utc-day.ts";

/** A clock that runs ahead by more than this is worth a flag (delivery itself takes minutes). */
export const aheadMs = 15 * 60_000;
/** CTS lists the operators of the last 30 days (API reference, ListUserResources). */
export const operatorMs = 30 * dayMs;
/** A page of 200 traces of 4 MiB would be 800 MiB: a page ends here, and the marker goes on. */
export const pageBytes = 16 * 2 ** 20;
