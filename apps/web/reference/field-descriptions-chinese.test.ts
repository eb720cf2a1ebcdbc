import { traceSchema } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { listSchemaFields } from "../trace-structure/schema-fields.ts";
import { fieldDescriptions } from "./field-descriptions-chinese.ts";
import { chinese } from "./texts-chinese.ts";

const fields = listSchemaFields(traceSchema);

test("each field of a trace is described in Chinese, and no other", () => {
  expect(Object.keys(fieldDescriptions)).toEqual(fields.map(({ name }) => name));
  for (const text of Object.values(fieldDescriptions)) expect(text).toMatch(/\p{Script=Han}.*。$/u);
});

test("the Chinese page shows the Chinese descriptions, also within user", () => {
  const told = fields.map((field) => chinese.traces.describe(field));
  expect(told).toEqual(Object.values(fieldDescriptions));
  const unknown = { name: "none", type: "String", required: false, description: "In English." };
  expect(chinese.traces.describe(unknown)).toBe("In English.");
});
