import type { ExportProgress } from "@trace-console/contracts/export-api";
import { expect, test } from "vitest";
import { formatBytes, percentOf } from "./progress-words.ts";

const running: ExportProgress = {
  export_id: "e",
  file_name: "traces.csv",
  state: "running",
  traces: 0,
  bytes: 0,
};

test.each([
  [{ total: 200 }, 0],
  [{ total: 200, traces: 3 }, 1],
  // More may have come since they were counted.
  [{ total: 200, traces: 201 }, 99],
  [{ total: 0 }, undefined],
  [{ traces: 7 }, undefined],
  [{ state: "complete" as const }, 100],
])("%j is %s percent", (fields, percent) => {
  expect(percentOf({ ...running, ...fields })).toBe(percent);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [34_512_345, "34.5 MB"],
  [2_000_000_000, "2.0 GB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
