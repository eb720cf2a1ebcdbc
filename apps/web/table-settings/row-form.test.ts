import { expect, test } from "vitest";
import { defaultColumns, fieldColumns } from "../trace-list/trace-columns.ts";
import { rowForm } from "./row-form.ts";

test("rows as at first need no name", () => {
  expect(rowForm(defaultColumns, "comfortable", false)).toBe("");
});

test("density and wrapping give rows another form, columns only where texts are wrapped", () => {
  const others = defaultColumns.toReversed();
  expect(rowForm(others, "comfortable", false)).toBe("");
  const forms = [
    rowForm(defaultColumns, "compact", false),
    rowForm(defaultColumns, "comfortable", true),
    rowForm(defaultColumns, "compact", true),
    rowForm(others, "comfortable", true),
    rowForm(fieldColumns, "comfortable", true),
  ];
  expect(new Set(["", ...forms]).size).toBe(6);
});
