import { z } from "zod";
import { requestJson } from "./request.ts";

const jsonSchema = z.looseObject({});
const valueSchema = z.looseObject({ enum: z.array(z.string()).optional() });
const contentSchema = z.record(z.string(), z.object({ schema: jsonSchema.optional() }));

/** What the page shows of `GET /openapi.json`. */
const documentSchema = z.object({
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        summary: z.string(),
        tags: z.array(z.string()),
        security: z.array(z.record(z.string(), z.array(z.string()))),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.enum(["path", "query"]),
              required: z.boolean(),
              description: z.string().optional(),
              schema: valueSchema.extend({ items: valueSchema.optional() }),
            }),
          )
          .optional(),
        requestBody: z.object({ content: contentSchema }).optional(),
        responses: z.record(
          z.string(),
          z.object({ description: z.string(), content: contentSchema.optional() }),
        ),
      }),
    ),
  ),
});
export type ApiDocument = z.infer<typeof documentSchema>;
export type ApiOperation = ApiDocument["paths"][string][string];

/** The description of the API. */
export function fetchApiDocument(signal: AbortSignal): Promise<ApiDocument> {
  return requestJson("/openapi.json", documentSchema, { signal });
}
