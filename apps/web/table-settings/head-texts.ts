import type { FieldId } from "../trace-list/trace-columns.ts";

// In English the other fields go by their wire names, as they do below each trace.
const heads: Readonly<Partial<Record<FieldId, string>>> = {};

/** What the heads of those columns say that CTS does not show. */
export const texts = { part: "columnHeads" as const, english: heads };
