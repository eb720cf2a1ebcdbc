import { expect, test } from "vitest";
import { totalsOf } from "./totals.ts";

const none = { service_type: [], resource_type: [], trace_name: [], user: [], trace_rating: [] };

test("names count all traces, warnings and incidents the failures, and names the operators", () => {
  const facets = {
    ...none,
    trace_name: [
      { value: "CreateJobV2", count: 7 },
      { value: "StopJobV2", count: 3 },
    ],
    // One trace has no status at all.
    trace_rating: [
      { value: "normal", count: 5 },
      { value: "warning", count: 2 },
      { value: "critical", count: 1 },
      { value: "incident", count: 1 },
    ],
    user: [
      { value: "li.wei", count: 6 },
      { value: "wang.fang", count: 2 },
    ],
  };
  expect(totalsOf(facets)).toEqual({ traces: 10, failures: 3, operators: 2 });
});

test("where there is nothing all are 0", () => {
  expect(totalsOf(none)).toEqual({ traces: 0, failures: 0, operators: 0 });
});
