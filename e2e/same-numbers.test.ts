import { type Page, expect } from "@playwright/test";
import { tracePageSchema } from "@trace-console/contracts/console-api";
import type { Trace } from "@trace-console/contracts/trace";
import {
  type FilterField,
  type TraceQuery,
  formatTraceQuery,
} from "@trace-console/contracts/trace-filter";
import { isExhaustive } from "@trace-console/trace-samples/exhaustive";
import fc from "fast-check";
import { sampled } from "./exhaustive.ts";
import { cellsOf } from "./expected.ts";
import { test } from "./imported-test.ts";
import { beijing, type KnownProject, shanghai } from "./known-projects.ts";
import type { KnownTraces } from "./known-traces.ts";
import { matches, valueOf } from "./matching-traces.ts";
import { randomQuery } from "./random-query.ts";
import { readMenu, readNumber, sumOfBars, watchNumbers } from "./shown-numbers.ts";
import { choose, traceListPath, tracesRegion } from "./trace-list-page.ts";
import { walkTable } from "./walk-table.ts";

/** Lists that are longer are read from the pages that the browser would fetch. */
const mostScrolled = 250;

/** SEED repeats a run: it is printed with each. */
const seed = Number(process.env["SEED"]) || Date.now() % 2 ** 31;

/** All that the list of an address would bring, page by page. */
async function readPages(page: Page, { project_id }: KnownProject, query: TraceQuery) {
  const traces: Trace[] = [];
  const params = formatTraceQuery(query);
  params.set("limit", "200");
  let next: string | null = "";
  while (next !== null) {
    if (next !== "") params.set("next", next);
    const reply = await page.request.get(`/api/projects/${project_id}/traces?${params}`);
    const read = tracePageSchema.parse(await reply.json());
    traces.push(...read.traces);
    ({ next } = read);
  }
  return traces;
}

/** How many of the traces have each value of a field, under all filters but those on it. */
function countValues(traces: readonly Trace[], query: TraceQuery, field: FilterField) {
  const counts: Record<string, number> = {};
  for (const trace of traces) {
    const value = valueOf(trace, field);
    if (value === undefined || !matches(trace, query, field)) continue;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** Expects the counts of each filter menu that the query lets one open. */
async function expectMenus(page: Page, traces: readonly Trace[], query: TraceQuery) {
  if (query.trace_type === "data") return;
  // Another source takes the resource type away: its counts are those without one.
  const { resource_type: _dropped, ...ofAnyType } = query;
  expect(await readMenu(page, "Trace Source")).toEqual(
    countValues(traces, ofAnyType, "service_type"),
  );
  if (query.service_type?.length === 1) {
    expect(await readMenu(page, "Resource Type")).toEqual(
      countValues(traces, query, "resource_type"),
    );
  }
  expect(await readMenu(page, "Operator")).toEqual(countValues(traces, query, "user"));
  const isSearched = [query.trace_name, query.resource_name].some((values) => values?.length === 1);
  if (isSearched) return;
  await choose(page, "Search By", "Trace name");
  expect(await readMenu(page, "Trace name")).toEqual(countValues(traces, query, "trace_name"));
}

/** Opens the list of a query and expects the same number wherever one stands. */
async function expectSameNumbers(page: Page, { project, traces }: KnownTraces, query: TraceQuery) {
  const expected = traces.filter((trace) => matches(trace, query));
  const { length } = expected;
  const words = `${length.toLocaleString("en")} ${length === 1 ? "trace" : "traces"}`;
  await page.goto(`${traceListPath(project)}&${formatTraceQuery(query)}`, { waitUntil: "commit" });
  const watched = await watchNumbers(page);
  for (const { total, counting, legend, head } of watched) {
    // What is not yet the number is marked as such.
    if (total === "") expect(counting).toMatch(/^$|ounting…/);
    else expect(total).toBe(words);
    const sum = legend.map(readNumber).reduce((all, count) => all + count, 0);
    if (legend.length > 0 && head === "") expect(sum).toBe(length);
  }
  expect(watched.at(-1)).toMatchObject({ total: words, counting: "", head: "" });

  if (length === 0) {
    await expect(page.getByRole("heading", { name: "No traces found" })).toBeVisible();
  } else if (length <= mostScrolled) {
    expect((await walkTable(tracesRegion(page))).rows).toEqual(expected.map(cellsOf));
  } else {
    const read = await readPages(page, project, query);
    expect(read.map(({ trace_id }) => trace_id)).toEqual(expected.map(({ trace_id }) => trace_id));
  }
  const rowCount = page.getByRole("table", { name: "Traces" });
  await expect(rowCount).toHaveAttribute("aria-rowcount", String(length + 1));
  await expectMenus(page, traces, query);
  expect(await sumOfBars(page)).toBe(length);
}

const lists = [
  { name: "all kinds of traces", project: beijing, runs: isExhaustive ? 14 : 5 },
  { name: "thousands of traces", project: shanghai, runs: isExhaustive ? 6 : 2 },
] as const;

for (const { name, project, runs } of lists) {
  test(
    `rows, total, menus and bars agree over ${name}, whatever the filters`,
    sampled,
    async ({ page, known }) => {
      test.setTimeout(60_000);
      console.log(`SEED=${seed} repeats the filters over ${name}`);
      const found = project === beijing ? known.beijing : known.shanghai;
      const texts = [project.marker, `TRAIN-${project.marker}-3`, "li.wei", "缺陷", "nowhere"];
      const query = randomQuery(found.traces, texts, Date.now());
      await fc.assert(
        fc.asyncProperty(query, (one) => expectSameNumbers(page, found, one)),
        { seed, numRuns: runs, endOnFailure: true },
      );
    },
  );
}
