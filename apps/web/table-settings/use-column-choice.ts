import { useEffect } from "react";
import { useSearchParams } from "react-router-dom";
import { changePreferences } from "../preferences/preferences.ts";
import type { FieldColumn } from "../trace-list/trace-columns.ts";
import { idsOf, namedColumns, withColumns } from "./columns-url.ts";
import { useColumns } from "./use-columns.ts";

/** The columns that the table shows, and what chooses others: for the address and this browser. */
export function useColumnChoice() {
  const [params, setParams] = useSearchParams();
  const columns = useColumns();

  const isNamed = namedColumns(params.get("columns")).length > 0;
  const isMissing = !isNamed && idsOf(columns).length > 0;
  useEffect(() => {
    // Whoever gets the address sees the same table.
    if (isMissing) setParams((now) => withColumns(now, columns), { replace: true });
  }, [isMissing, columns, setParams]);

  const choose = (wanted: readonly FieldColumn[]) => {
    changePreferences({ columns: idsOf(wanted) });
    // Back leads through queries, not through each step of a column.
    setParams((now) => withColumns(now, wanted), { replace: true });
  };
  return { columns, choose };
}
