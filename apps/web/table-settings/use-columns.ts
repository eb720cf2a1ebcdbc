import { useMemo } from "react";
import { useSearchParams } from "react-router-dom";
import { usePreference } from "../preferences/preferences.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import { shownColumns } from "./columns-url.ts";

/** The columns that the table shows now, in their order. */
export function useColumns(): readonly FieldColumn[] {
  const [params] = useSearchParams();
  const remembered = usePreference("columns");
  const named = params.get("columns");
  return useMemo(() => shownColumns(named, remembered), [named, remembered]);
}
