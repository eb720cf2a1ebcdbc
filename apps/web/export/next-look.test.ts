import type { ExportProgress } from "@trace-console/contracts/export-api";
import { expect, test } from "vitest";
import { RequestFailure } from "../api-client/request.ts";
import { nextLook } from "./next-look.ts";

const progress = { export_id: "e", file_name: "traces.csv", traces: 0, bytes: 0 };

test.each([
  ["waiting", true],
  ["running", true],
  ["complete", false],
  ["failed", false],
  ["cancelled", false],
] as const)("an export that is %s is looked at again: %s", (state, isLookedAt) => {
  const known: ExportProgress = { ...progress, state };
  expect(nextLook(known, null) !== false).toBe(isLookedAt);
});

test("an export that nobody knows any more is not looked for for ever, a failure that passes is", () => {
  const running: ExportProgress = { ...progress, state: "running" };
  const failure = (status: number) => new RequestFailure("failed", { status });
  expect(nextLook(running, failure(404))).toBe(false);
  expect(nextLook(undefined, failure(404))).toBe(false);
  expect(nextLook(running, failure(0))).toBeGreaterThan(0);
  expect(nextLook(undefined, null)).toBeGreaterThan(0);
});
