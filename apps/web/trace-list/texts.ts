import { maxTextLength } from "@trace-console/contracts/trace-filter";
import type { ColumnId, ColumnText } from "./trace-columns.ts";

const columns: Readonly<Record<ColumnId, ColumnText>> = {
  trace_name: { title: "Trace Name" },
  resource_type: { title: "Resource Type" },
  service_type: { title: "Trace Source" },
  resource_id: {
    title: "Resource ID",
    help: "Id of the resource that was operated on. Empty when the resource has none or creating it failed.",
  },
  resource_name: {
    title: "Resource Name",
    help: "Name of the resource that was operated on. Empty when the service reported none.",
  },
  trace_rating: {
    title: "Trace Status",
    help: "normal: the operation succeeded. warning: it failed. incident: it failed with a serious consequence, such as a service interruption.",
  },
  user: {
    title: "Operator",
    help: "The user who did it, not the account. Empty for operations that the system triggered.",
  },
  time: { title: "Operation Time" },
  operation: { title: "Operation" },
};

/** What the Trace List says. */
export const texts = {
  part: "traceList" as const,
  english: {
    title: "Trace List",
    about:
      "Operations on cloud resources that Cloud Trace Service recorded: who did what, when, and with which result.",
    loading: "Loading…",
    reset: "Reset",
    viewTrace: "View Trace",
    badAddress: {
      title: "The address of this page cannot be read",
      before: "Its parameter",
      after: (reason: string) =>
        `${reason}. Correct the address, or reset the page to the last hour without filters.`,
      reasons: {
        time: "must be one time in ms since 1970",
        order: "must be earlier than to",
        preset: "must be 1h, 1d or 1w",
        kind: "must be system or data",
        rating: "must be normal, warning or incident",
        text: `must be one text of at most ${maxTextLength} characters`,
        other: "cannot be read",
      },
    },
    time: {
      presets: "Time range presets",
      preset: { "1h": "Last 1 hour", "1d": "Last 1 day", "1w": "Last 1 week" },
      customize: "Customize",
      range: (start: string, end: string) => `Time range: ${start} — ${end}`,
      refresh: "Refresh",
      noCalendar: "The calendar could not be loaded. Try again.",
    },
    procedure: {
      title: "Procedure for Using CTS",
      steps: {
        logIn: { title: "Log in", text: "Log in to the console." },
        region: { title: "Select a region", text: "Choose the region in the upper left corner." },
        list: { title: "Choose Trace List", text: "It is in the navigation pane on the left." },
        filters: {
          title: "Specify filters",
          text: "Combine time range, source, operator and status as needed.",
        },
        expand: {
          title: "Expand a trace",
          text: "The arrow on the left of a trace opens its details.",
        },
        view: {
          title: "View Trace",
          text: "The Operation column shows the whole trace structure.",
        },
      },
    },
    // As the CTS User Guide, "Querying Traces", names them.
    filters: {
      labels: {
        service_type: "Trace Source",
        resource_type: "Resource Type",
        trace_name: "Trace name",
        resource_id: "Resource ID",
        resource_name: "Resource name",
        user: "Operator",
        trace_rating: "Trace Status",
        access_key_id: "Access key",
        enterprise_project_id: "Enterprise project",
        tracker_name: "Tracker",
        source_ip: "Source IP",
      },
      text: "Text",
      isNot: (label: string) => `${label} is not`,
    },
    bar: {
      label: "Filters",
      kind: "Trace Type",
      kinds: { system: "Management", data: "Data" },
      allSources: "All trace sources",
      allTypes: "All resource types",
      allOperators: "All operators",
      allStatuses: "All trace statuses",
      statuses: { normal: "Normal", warning: "Warning", incident: "Incident" },
      values: (count: number) => `${count} values`,
      valuesNotLoaded: "The values could not be loaded; open the list again to retry",
      noValue: "No such value",
      noOperator: "No such operator",
      remove: (value: string) => `Remove ${value}`,
      searchBy: "Search By",
      allFilters: "All filters",
      enter: {
        trace_name: "Enter a trace name",
        resource_id: "Enter a resource ID",
        resource_name: "Enter a resource name",
      },
      query: "Query",
      export: "Export",
      copyAs: "Copy as",
      fold: (count: number) => (count === 0 ? "Filters" : `Filters: ${count} set`),
      chips: "Further filters",
      chipsFolded: "Filters that are set",
      chip: (label: string) => `${label}: `,
      removeChip: (label: string, value: string) => `Remove filter ${label}: ${value}`,
    },
    results: {
      count: (total: number) => `${total.toLocaleString("en")} ${total === 1 ? "trace" : "traces"}`,
      total: "Total",
      counting: "Counting…",
      countedSoFar: (count: string, percent: number) => `${count} so far, counting… ${percent} %`,
      notCounted: "The traces could not be counted.",
      countAgain: "Count again",
      loading: "Loading traces…",
      notLoaded: "The traces could not be loaded",
      olderLoading: "Loading older traces…",
      olderNotLoaded: "Older traces could not be loaded.",
      retry: "Retry",
      end: "No older traces in this time range.",
      noDialog: "View Trace could not be loaded. Try again.",
    },
    table: {
      label: "Traces",
      caption: "Traces, newest first",
      details: "Details",
      detailsOf: (name: string) => `Details of ${name}`,
      ratings: { normal: "normal", warning: "warning", incident: "incident" },
      ahead: "Time ahead of the clock",
      aheadHelp: "This time lay more than 15 minutes ahead of the clock when the trace was stored.",
    },
    columns,
  },
};
