/** The columns of the Trace List, in the order of the old edition of the CTS console. */
export const columns: readonly {
  readonly title: string;
  readonly width: string;
  /** Text of the (?) beside the title. */
  readonly help?: string;
}[] = [
  { title: "Trace Name", width: "14%" },
  { title: "Resource Type", width: "104px" },
  { title: "Trace Source", width: "102px" },
  {
    title: "Resource ID",
    width: "13%",
    help: "Id of the resource that was operated on. Empty when the resource has none or creating it failed.",
  },
  {
    title: "Resource Name",
    width: "12.5%",
    help: "Name of the resource that was operated on. Empty when the service reported none.",
  },
  {
    title: "Trace Status",
    width: "118px",
    help: "normal: the operation succeeded. warning: it failed. incident: it failed with a serious consequence, such as a service interruption.",
  },
  {
    title: "Operator",
    width: "10%",
    help: "The user who did it, not the account. Empty for operations that the system triggered.",
  },
  { title: "Operation Time", width: "222px" },
  { title: "Operation", width: "84px" },
];
