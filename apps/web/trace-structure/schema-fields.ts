import { z } from "zod";

/** One field of a schema, for people. */
export interface SchemaField {
  /** Name with the names of its parents: `user.domain.id`. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

function unwrap(schema: unknown): { inner: unknown; required: boolean; description: string } {
  if (schema instanceof z.ZodOptional) {
    const inside = unwrap(schema.unwrap());
    return { ...inside, required: false, description: schema.description ?? inside.description };
  }
  const description = schema instanceof z.ZodType ? (schema.description ?? "") : "";
  return { inner: schema, required: true, description };
}

function typeName(schema: unknown): string {
  if (schema instanceof z.ZodString) return "String";
  if (schema instanceof z.ZodBoolean) return "Boolean";
  if (schema instanceof z.ZodNumber) return schema.isInt ? "Integer" : "Number";
  if (schema instanceof z.ZodArray) return `Array of ${typeName(unwrap(schema.element).inner)}`;
  if (schema instanceof z.ZodObject) return "Object";
  return "Any";
}

/**
 * Lists the fields of an object schema in its order, each followed by the fields inside it. Names
 * start with `prefix`.
 */
export function listSchemaFields(schema: z.ZodObject, prefix = ""): SchemaField[] {
  const fields: SchemaField[] = [];
  for (const [key, value] of Object.entries(schema.shape)) {
    const { inner, required, description } = unwrap(value);
    const name = `${prefix}${key}`;
    fields.push({ name, type: typeName(inner), required, description });
    if (inner instanceof z.ZodObject) fields.push(...listSchemaFields(inner, `${name}.`));
  }
  return fields;
}
