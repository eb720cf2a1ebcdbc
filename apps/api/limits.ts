/**
 * What one request may ask of the server at most, and all of them together. Limits of a query's
 * values: contracts/trace-filter; of a page: contracts/console-api; of a histogram: bucket-width.
 */

/** Characters of a request's address: what proxies such as nginx let through by default. */
export const maxUrlLength = 8 * 1024;

/**
 * Exports that go on at once. They share one thread that reads and one that formats, so that more
 * would only be slower each; each holds up to about 2 MB on its way.
 */
export const maxExports = 4;

/** Of these, as many may be one user's: who reads slowly must not keep all others from theirs. */
export const maxExportsPerUser = 2;

/** Exports of one user that are remembered: more than can run at once, and a screen shows one. */
export const keptExportsPerUser = 8;

/** How long an export is remembered once it has ended, ms: until its manifest has been fetched. */
export const keptExportMs = 3_600_000;

/**
 * Searches that go on at once, for a text or an address: a page of the console makes four (list,
 * total, values, histogram), and all share one thread. Four people may search at the same moment.
 * A count of addresses is one too.
 */
export const maxSearches = 16;
