import { z } from "zod";
import { errorBodySchema } from "@trace-console/contracts/console-api";
import { consoleGroups } from "./console-operations.ts";
import type { Operation, OperationGroup, OperationReply, QueryParameter } from "./operation.ts";
import { wireGroups } from "./wire-operations.ts";

/** All operations of the API. */
export const operationGroups: readonly OperationGroup[] = [...wireGroups, ...consoleGroups];

/** How callers of a group are known (OpenAPI 3.1, "Security Requirement Object"). */
const securityOf = {
  console: [{ session: [] }],
  wire: [{ token: [] }, { signature: [] }],
  anybody: [],
} as const;

const securitySchemes = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "cts_sid",
    description: "From POST /api/session.",
  },
  token: {
    type: "apiKey",
    in: "header",
    name: "X-Auth-Token",
    description: "From POST /v3/auth/tokens.",
  },
  signature: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description: "SDK-HMAC-SHA256 with an access key, as the vendor's SDKs sign.",
  },
};

/** The API as an OpenAPI 3.1 document, made from the contracts that the server itself goes by. */
export function writeOpenApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { name, callers, operations } of operationGroups) {
    for (const operation of operations) {
      const path = (paths[operation.path] ??= {});
      path[operation.method] = describe(operation, name, securityOf[callers]);
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Trace Console",
      version: "3",
      description: "The wire API of CTS, `/v3`, and the API of the console, `/api`.",
    },
    tags: operationGroups.map(({ name }) => ({ name })),
    paths,
    components: { securitySchemes, schemas: { Error: schemaOf(errorBodySchema, "output") } },
  };
}

function describe({ path, summary, query, body, reply }: Operation, tag: string, security: object) {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    ...(query ?? []).map(describeParameter),
  ];
  return {
    summary,
    tags: [tag],
    security,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(body, "input") } },
          },
        }),
    responses: {
      [reply.status]: describeReply(reply),
      default: {
        description: "An error: its code, and what to do.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function describeParameter({ name, description, isRequired, isList, values }: QueryParameter) {
  const value = values === undefined ? { type: "string" } : { type: "string", enum: values };
  return {
    name,
    in: "query",
    description,
    required: isRequired ?? false,
    schema: isList === true ? { type: "array", items: value } : value,
  };
}

function describeReply({ schema, mediaType }: OperationReply) {
  if (schema !== undefined) {
    const content = { "application/json": { schema: schemaOf(schema, "output") } };
    return { description: "Done.", content };
  }
  return mediaType === undefined
    ? { description: "Done." }
    : { description: "Done.", content: { [mediaType]: {} } };
}

/** JSON Schema 2020-12, which OpenAPI 3.1 has in common. */
function schemaOf(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return described;
}
