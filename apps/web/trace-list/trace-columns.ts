import type { Trace } from "@trace-console/contracts/trace";
import type { ListColumn } from "@trace-console/contracts/trace-columns";
import type { FormatTime } from "../language/use-format-time.ts";
import { formatFieldValue } from "./trace-json.ts";

/** A field of a trace that a column shows; `user` is its name, `access_key_id` is the user's. */
export type FieldId = ListColumn;

/** A column that shows a field. */
export interface FieldColumn {
  readonly id: FieldId;
  /** Its width in px, or the least one while it has a share. */
  readonly width: number;
  /** Its share of the width of the table in percent, as long as nobody has resized a column. */
  readonly share?: number;
}

// The columns of the old edition of the CTS console, in its order.
const ofCts = [
  { id: "trace_name", width: 132, share: 13 },
  { id: "resource_type", width: 104 },
  { id: "service_type", width: 102 },
  { id: "resource_id", width: 110, share: 11 },
  { id: "resource_name", width: 133, share: 14 },
  { id: "trace_rating", width: 118 },
  { id: "user", width: 99, share: 10 },
  { id: "time", width: 236 },
] as const satisfies readonly FieldColumn[];

// Fields that can be shown as well.
const further: readonly FieldColumn[] = [
  { id: "trace_id", width: 256 },
  { id: "source_ip", width: 120 },
  { id: "trace_type", width: 112 },
  { id: "code", width: 76 },
  { id: "api_version", width: 100 },
  { id: "request_id", width: 240 },
  { id: "record_time", width: 222 },
  { id: "event_type", width: 100 },
  { id: "project_id", width: 240 },
  { id: "read_only", width: 90 },
  { id: "access_key_id", width: 180 },
  { id: "enterprise_project_id", width: 160 },
  { id: "tracker_name", width: 112 },
  { id: "location_info", width: 160 },
  { id: "endpoint", width: 180 },
  { id: "operation_id", width: 160 },
  { id: "message", width: 260 },
];

/** The columns of CTS: one of them holds the link View Trace and always stays. */
export type ColumnId = (typeof ofCts)[number]["id"] | "operation";

/** The columns that are shown at first, in their order. */
export const defaultColumns: readonly FieldColumn[] = ofCts;

/** All columns that can be shown. */
export const fieldColumns: readonly FieldColumn[] = [...ofCts, ...further];

/** What the head of a column says. */
export interface ColumnText {
  readonly title: string;
  /** Text of the (?) beside the title. */
  readonly help?: string;
}

function valueOf(trace: Trace, id: FieldId): unknown {
  if (id === "user") return trace.user?.name;
  if (id === "access_key_id") return trace.user?.access_key_id;
  return trace[id];
}

/** What the column of a field says of a trace; undefined when the trace does not have the field. */
export function fieldText(trace: Trace, id: FieldId, formatTime: FormatTime): string | undefined {
  const value = valueOf(trace, id);
  return value === undefined ? undefined : formatFieldValue(id, value, formatTime);
}
