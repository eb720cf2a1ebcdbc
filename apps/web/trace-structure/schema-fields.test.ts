import { traceSchema, traceUserSchema } from "@trace-console/contracts/trace";
import { expect, test } from "vitest";
import { z } from "zod";
import { listSchemaFields } from "./schema-fields.ts";

test("each field has its name, type, whether it is required, and its description", () => {
  const schema = z.looseObject({
    id: z.int().describe("An id."),
    size: z.number().optional().describe("A size."),
    owner: z.looseObject({ tags: z.array(z.string()).optional().describe("Tags.") }).optional(),
  });
  expect(listSchemaFields(schema)).toEqual([
    { name: "id", type: "Integer", required: true, description: "An id." },
    { name: "size", type: "Number", required: false, description: "A size." },
    { name: "owner", type: "Object", required: false, description: "" },
    { name: "owner.tags", type: "Array of String", required: false, description: "Tags." },
  ]);
});

test("every field of a trace and of its user has a type and a description", () => {
  const fields = [...listSchemaFields(traceSchema), ...listSchemaFields(traceUserSchema)];
  expect(fields.length).toBeGreaterThan(40);
  expect(fields.filter(({ type, description }) => type === "Any" || description === "")).toEqual(
    [],
  );
});
