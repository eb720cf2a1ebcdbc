import { expect, test } from "vitest";
import { modelArtsOperations } from "./modelarts-families.ts";
import { guideOperations } from "./modelarts-operations.ts";

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

test("the guide's table has 14 operations, none twice", () => {
  expect(guideOperations).toHaveLength(14);
  expect(repeated(guideOperations.map((row) => `${row.resource_type} ${row.trace_name}`))).toEqual(
    [],
  );
});

test("no trace name stands twice under the same resource type, in all families together", () => {
  const keys = modelArtsOperations.flatMap((row) =>
    row.trace_names.map((name) => `${row.resource_type} ${name}`),
  );
  expect(keys.length).toBeGreaterThan(150);
  expect(repeated(keys)).toEqual([]);
});

test("all of the guide's operations are in the family Training", () => {
  const training = modelArtsOperations.filter((row) => row.family === "Training");
  expect(training.flatMap((row) => row.trace_names).toSorted()).toEqual(
    guideOperations.map((row) => row.trace_name).toSorted(),
  );
});

test("every resource type and trace name has the form that CTS allows", () => {
  for (const row of modelArtsOperations) {
    for (const name of [row.resource_type, ...row.trace_names]) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/);
    }
  }
});
