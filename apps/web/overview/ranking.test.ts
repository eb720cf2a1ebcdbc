import { expect, test } from "vitest";
import { mostActive, mostFailures } from "./ranking.ts";

const all = [
  { value: "CreateJobV2", count: 9 },
  { value: "StopJobV2", count: 4 },
  { value: "DeleteJobV2", count: 2 },
];
const failed = [
  { value: "StopJobV2", count: 3 },
  { value: "CreateJobV2", count: 1 },
];

test("what failed most comes first, with all its traces", () => {
  expect(mostFailures(all, failed)).toEqual([
    { value: "StopJobV2", traces: 4, failures: 3 },
    { value: "CreateJobV2", traces: 9, failures: 1 },
  ]);
});

test("who did most comes first, also without failures", () => {
  expect(mostActive(all, failed)).toEqual([
    { value: "CreateJobV2", traces: 9, failures: 1 },
    { value: "StopJobV2", traces: 4, failures: 3 },
    { value: "DeleteJobV2", traces: 2, failures: 0 },
  ]);
});

test("a failure that only the later reply knows is one of one", () => {
  expect(mostFailures([], [{ value: "new", count: 1 }])).toEqual([
    { value: "new", traces: 1, failures: 1 },
  ]);
});
