import {
  conflictsSchema,
  countingAddressesSchema,
  facetsSchema,
  histogramSchema,
  linesType,
  maxPageSize,
  operatorsSchema,
  regionsSchema,
  totalsSchema,
  tracePageSchema,
} from "@trace-console/contracts/console-api";
import { traceKinds, traceRatings, traceSchema } from "@trace-console/contracts/trace";
import { excludedField, filterFields, maxTextLength } from "@trace-console/contracts/trace-filter";
import { trackersSchema, trackerStatusSchema } from "@trace-console/contracts/tracker-list-api";
import { exportOperations } from "./export-operations.ts";
import { done, type Operation, type QueryParameter } from "./operation.ts";

const valuesOf = (field: string) => (field === "trace_rating" ? traceRatings : undefined);

/** The query that the Trace List has in its address as well. */
const traceQuery: readonly QueryParameter[] = [
  { name: "from", description: "ms since 1970, inclusive.", isRequired: true },
  { name: "to", description: "ms since 1970, exclusive.", isRequired: true },
  { name: "trace_type", description: "Default system.", values: traceKinds },
  { name: "text", description: `Some text holds it, whatever the case; ${maxTextLength} at most.` },
  ...filterFields.map((name) => ({
    name,
    description: "Any of these values, exactly.",
    isList: true,
    values: valuesOf(name),
  })),
  ...filterFields.map((field) => ({
    name: excludedField(field),
    description: "None of these values.",
    isList: true,
    values: valuesOf(field),
  })),
];

const project = "/api/projects/{project_id}";
const lines = `lines (${linesType.split(";", 1)[0]})`;
const counting = `With a text or an address, ${lines} while the traces are read.`;

/** What the pages of traces and trackers ask. */
export const traceOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/regions",
    summary: "All regions, with one's projects there.",
    reply: { status: 200, schema: regionsSchema },
  },
  {
    method: "get",
    path: `${project}/traces`,
    summary: "A page of the Trace List, newest first.",
    query: [
      ...traceQuery,
      { name: "limit", description: `1 to ${maxPageSize}; default 100.` },
      { name: "next", description: "next of the page before." },
    ],
    reply: { status: 200, schema: tracePageSchema },
  },
  {
    method: "get",
    path: `${project}/traces/{trace_id}`,
    summary: "A trace.",
    reply: { status: 200, schema: traceSchema },
  },
  {
    method: "get",
    path: `${project}/traces/{trace_id}/conflicts`,
    summary: "The other contents that came under the id of a trace; the newest ten are told.",
    reply: { status: 200, schema: conflictsSchema },
  },
  {
    method: "get",
    path: `${project}/traces/{trace_id}/original`,
    summary: "The bytes in which a trace came.",
    reply: { status: 200, mediaType: "application/json" },
  },
  {
    method: "get",
    path: `${project}/operators`,
    summary: "The operators of the last 30 days.",
    reply: { status: 200, schema: operatorsSchema },
  },
  {
    method: "get",
    path: `${project}/totals`,
    summary: `How many traces match. ${counting}`,
    query: traceQuery,
    reply: { status: 200, schema: totalsSchema },
  },
  {
    method: "get",
    path: `${project}/facets`,
    summary: `The values of the fields with their counts. ${counting}`,
    query: traceQuery,
    reply: { status: 200, schema: facetsSchema },
  },
  {
    method: "get",
    path: `${project}/histogram`,
    summary: `The traces over time, by status. ${counting}`,
    query: [
      ...traceQuery,
      { name: "width", description: "Of a bucket, ms: a multiple of a minute.", isRequired: true },
    ],
    reply: { status: 200, schema: histogramSchema },
  },
  {
    method: "get",
    path: `${project}/addresses`,
    summary: `The addresses of the traces with their counts, in ${lines}.`,
    query: traceQuery,
    reply: { status: 200, schema: countingAddressesSchema },
  },
  {
    method: "get",
    path: `${project}/export.csv`,
    summary: "All traces that match, for a spreadsheet.",
    query: traceQuery,
    reply: { status: 200, mediaType: "text/csv" },
  },
  {
    method: "get",
    path: `${project}/export.ndjson`,
    summary: "All traces that match, as they are stored, a line each.",
    query: traceQuery,
    reply: { status: 200, mediaType: "application/x-ndjson" },
  },
  ...exportOperations(`${project}/exports`, traceQuery),
  {
    method: "get",
    path: `${project}/trackers`,
    summary: "The Tracker List.",
    reply: { status: 200, schema: trackersSchema },
  },
  {
    method: "patch",
    path: `${project}/trackers/{tracker_name}`,
    summary: "Enables or disables a tracker.",
    body: trackerStatusSchema,
    reply: done,
  },
];
