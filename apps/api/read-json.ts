import { ApiError } from "@trace-console/contracts/errors";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The body of a request as its schema describes it. Bodies are kept as bytes until here, as a
 * signature covers the bytes.
 *
 * @throws ApiError 400 `CTS.0003` that names the first thing that is wrong.
 */
export function readJson<Schema extends z.ZodType>(
  { body }: FastifyRequest,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(parse(body instanceof Uint8Array ? body : new Uint8Array()));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw new ApiError("CTS.0003", {
    detail: `The body is invalid: ${place === "" ? "" : `${place}: `}${issue?.message ?? "it does not fit"}.`,
  });
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new ApiError("CTS.0003", { detail: "Send the JSON body that this call needs." });
  }
}
