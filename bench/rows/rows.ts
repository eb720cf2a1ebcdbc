/** A row of the report: what is measured, in which unit, and which way is better. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly unit: "ms" | "traces/s" | "requests/s" | "bytes/trace" | "MB" | "s";
  readonly better: "lower" | "higher";
}

const lower = (id: string, title: string, unit: Row["unit"] = "ms"): Row => ({
  id,
  title,
  unit,
  better: "lower",
});
const higher = (id: string, title: string, unit: Row["unit"] = "traces/s"): Row => ({
  id,
  title,
  unit,
  better: "higher",
});

/** All rows, in the order of the report, under their headings. */
export const rowGroups: readonly { readonly heading: string; readonly rows: readonly Row[] }[] = [
  {
    heading: "Pages of 50 whole traces, newest first",
    rows: [
      lower("newest-page", "newest page of all"),
      lower("page-random", "random combinations of up to four filters, exclusion, 1 h to 7 d"),
      lower("two-filters-never-meet", "two frequent values that never meet"),
      lower("busy-operator-absent-kind", "a busy operator and a frequent name it never did"),
      lower("rare-pair", "a busy operator and a name that met up to five times"),
      lower("resource-id", "by resource ID"),
      lower("trace-id", "one trace by its ID"),
    ],
  },
  {
    heading: "Exact counts",
    rows: [
      lower("count-3-filters", "total under source, operator and status"),
      lower("count-busy", "total of the busiest operators and sources"),
      lower("count-random", "total under random combinations"),
      lower("all-facets", "all facets: 7 fields"),
      lower("facets-30-sources", "all facets under 30 sources at once"),
      lower("histogram", "histogram of 168 hours by status"),
      lower("histogram-random", "histogram under random combinations"),
    ],
  },
  {
    heading: "Text anywhere in a trace, first 50",
    rows: [
      lower("text-frequent", "frequent word"),
      lower("text-rare", "rare word"),
      lower("text-absent", "absent word"),
      lower("text-chinese", "Chinese phrase"),
      lower("text-hex32", "32 hex digits"),
      lower("text-id-fragment", "8 characters of a trace's ID"),
      lower("text-hex8-absent", "8 hex digits at random, mostly absent"),
      lower("text-hex12-absent", "12 hex digits that nothing holds"),
    ],
  },
  {
    heading: "Writing, disk and life",
    rows: [
      higher("ingest", "ingest in synced batches of 1,000, duplicates detected"),
      higher("ingest-searchable", "the same with the index for text in place"),
      higher("ingest-first-tenth", "the first tenth of the load"),
      higher("ingest-last-tenth", "the last tenth of the load"),
      higher("ingest-duplicates", "the last 20 batches sent again"),
      lower("ingest-acknowledge", "until a batch is acknowledged"),
      lower("text-index-build", "building the index for text after the load", "s"),
      higher("import-files", "import of exported files by the importer"),
      lower("disk", "on disk", "bytes/trace"),
      lower("drop-oldest-day", "dropping the oldest day"),
      lower("query-while-dropping", "slowest page while dropping"),
      higher("export-ndjson", "export of all traces as NDJSON"),
      higher("export-csv", "export of the newest million as CSV"),
      higher("export-csv-http", "export as CSV over HTTP"),
      lower("memory-loading", "most anonymous memory while loading", "MB"),
      lower("memory", "anonymous memory after the questions", "MB"),
      lower("restart", "open until the first page"),
    ],
  },
  {
    heading: "Serving",
    rows: [
      lower("mixed-query", "queries, 45/s, while 5,000 traces/s come in and an export runs"),
      lower("mixed-search", "searches for text meanwhile, 5/s"),
      lower("mixed-acknowledge", "a batch of 500 is acknowledged meanwhile"),
      lower("mixed-loop-delay", "delay of the event loop meanwhile"),
      higher("mixed-export", "the export meanwhile"),
      higher("http-list-10-same", "HTTP, list of 10, same URL", "requests/s"),
      higher(
        "http-list-10-different",
        "HTTP, list of 10, each URL another moment of the newest hour",
        "requests/s",
      ),
      higher(
        "http-list-10-week",
        "HTTP, list of 10, each URL another moment of the week",
        "requests/s",
      ),
      higher("http-list-200-same", "HTTP, list of 200, same URL", "requests/s"),
      higher(
        "http-list-200-different",
        "HTTP, list of 200, each URL another moment of the newest hour",
        "requests/s",
      ),
      higher(
        "http-list-200-week",
        "HTTP, list of 200, each URL another moment of the week",
        "requests/s",
      ),
    ],
  },
];

export const rows: readonly Row[] = rowGroups.flatMap((group) => group.rows);
