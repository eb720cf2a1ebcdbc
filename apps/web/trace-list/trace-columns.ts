/** The columns of the Trace List, in the order of the old edition of the CTS console. */
export const columns: readonly {
  readonly title: string;
  readonly width: string;
  /** Text of the (?) beside the title. */
  readonly help?: string;
}[] = [
  { title: "Trace Name", width: "16%" },
  { title: "Resource Type", width: "10%" },
  { title: "Trace Source", width: "9%" },
  {
    title: "Resource ID",
    width: "14%",
    help: "Id of the resource that was operated on. Empty when the resource has none or creating it failed.",
  },
  {
    title: "Resource Name",
    width: "14%",
    help: "Name of the resource that was operated on. Empty when the service reported none.",
  },
  {
    title: "Trace Status",
    width: "116px",
    help: "normal: the operation succeeded. warning: it failed. incident: it failed with a serious consequence, such as a service interruption.",
  },
  {
    title: "Operator",
    width: "11%",
    help: "The user who did it, not the account. Empty for operations that the system triggered.",
  },
  { title: "Operation Time", width: "212px" },
  { title: "Operation", width: "96px" },
];
