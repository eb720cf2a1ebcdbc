/** The columns of the Trace List, in the order of the old edition of the CTS console. */
export const columns = [
  { id: "trace_name", width: "14%" },
  { id: "resource_type", width: "104px" },
  { id: "service_type", width: "102px" },
  { id: "resource_id", width: "13%" },
  { id: "resource_name", width: "12.5%" },
  { id: "trace_rating", width: "118px" },
  { id: "user", width: "10%" },
  { id: "time", width: "222px" },
  { id: "operation", width: "84px" },
] as const;

export type ColumnId = (typeof columns)[number]["id"];

/** What the head of a column says. */
export interface ColumnText {
  readonly title: string;
  /** Text of the (?) beside the title. */
  readonly help?: string;
}
