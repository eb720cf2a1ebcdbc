import { expect, test } from "vitest";
import { readTraceListUrl } from "../trace-list/trace-list-url.ts";
import { allTraces, failedTraces } from "./questions.ts";
import { traceListPath } from "./trace-list-path.ts";

const range = { from: 1_720_000_000_000, to: 1_720_000_600_000 };
const project = { region: "cn-north-4", project_id: "a b" };

test.each([
  ["all traces", allTraces(range)],
  ["failures", failedTraces(range)],
  ["one operator", { ...allTraces(range), user: ["李伟 & co"] }],
])("the address of %s is read as the same query", (_, query) => {
  const url = new URL(traceListPath(project, query, "UTC"), "http://localhost");
  expect(url.pathname).toBe("/trace-list");
  expect(url.searchParams.get("region")).toBe("cn-north-4");
  expect(url.searchParams.get("project")).toBe("a b");
  expect(url.searchParams.get("zone")).toBe("UTC");
  expect(readTraceListUrl(url.searchParams)).toEqual({ ok: true, state: { query, preset: null } });
});

test("the zone of the browser is not named", () => {
  expect(traceListPath(project, allTraces(range), "local")).not.toContain("zone=");
});

test("failures are warnings and incidents of ModelArts", () => {
  expect(failedTraces(range)).toEqual({
    trace_type: "system",
    service_type: ["ModelArts"],
    trace_rating: ["warning", "incident"],
    ...range,
  });
});
