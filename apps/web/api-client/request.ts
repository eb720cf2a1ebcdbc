import { errorBodySchema } from "@trace-console/contracts/console-api";
import type { z } from "zod";

/** Why a request brought nothing. `status` is 0 when there was no reply at all. */
export class RequestFailure extends Error {
  readonly status: number;
  /**
   * The code of the error catalogue; `unreachable`, `no_answer`, `broken_off` or `unknown_form` for
   * what is found out here; empty when the service named none.
   */
  readonly code: string;
  /** Value of `X-Request-Id`: what to look for in the service's log. Empty without a reply. */
  readonly requestId: string;

  constructor(message: string, details: { status: number; code?: string; requestId?: string }) {
    super(message);
    this.name = "RequestFailure";
    this.status = details.status;
    this.code = details.code ?? "";
    this.requestId = details.requestId ?? "";
  }
}

interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A reply that has not begun by then is waited for no longer, ms: nothing may wait for ever. */
const patience = 60_000;

async function send(path: string, { method = "GET", body, signal }: RequestOptions) {
  const waiting = new AbortController();
  const timer = setTimeout(() => {
    waiting.abort(
      new RequestFailure("The service did not answer within a minute. Try again.", {
        status: 0,
        code: "no_answer",
      }),
    );
  }, patience);
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal === undefined ? waiting.signal : AbortSignal.any([signal, waiting.signal]),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    if (error instanceof RequestFailure) throw error;
    throw new RequestFailure("The service cannot be reached.", {
      status: 0,
      code: "unreachable",
    });
  } finally {
    clearTimeout(timer);
  }
}

/** What to tell of a reply when it cannot be used. */
export function detailsOf(reply: Response): { status: number; requestId: string } {
  return { status: reply.status, requestId: reply.headers.get("X-Request-Id") ?? "" };
}

async function failureOf(reply: Response): Promise<RequestFailure> {
  const details = detailsOf(reply);
  const body = errorBodySchema.safeParse(await reply.json().catch(() => null));
  return body.success
    ? new RequestFailure(body.data.error_msg, { ...details, code: body.data.error_code })
    : new RequestFailure(`The service answered with status ${reply.status}.`, details);
}

function fits<Schema extends z.ZodType>(schema: Schema, value: unknown): value is z.infer<Schema> {
  return schema.safeParse(value).success;
}

/**
 * Reads a value with its schema.
 *
 * @throws {RequestFailure} for a value of another shape, which came with `reply`.
 */
export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  reply: Response,
): z.infer<Schema> {
  // The value itself, not zod's copy of it, whose objects have their fields in another order.
  if (fits(schema, value)) return value;
  const issue = schema.safeParse(value).error?.issues[0];
  throw new RequestFailure(
    `The service answered in a form this page does not know (${issue?.path.join(".") || "body"}: ${issue?.message ?? "invalid"}).`,
    { ...detailsOf(reply), code: "unknown_form" },
  );
}

/**
 * Asks the console's own API.
 *
 * @throws {RequestFailure} without a reply, or with an error status.
 */
export async function request(path: string, options: RequestOptions): Promise<Response> {
  const reply = await send(path, options);
  if (!reply.ok) throw await failureOf(reply);
  return reply;
}

/**
 * Asks the console's own API and reads the reply with its schema.
 *
 * @throws {RequestFailure} without a reply, with an error status, or with a reply of another shape.
 */
export async function requestJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: RequestOptions = {},
): Promise<z.infer<Schema>> {
  const reply = await request(path, options);
  return readAs(schema, await reply.json().catch(() => null), reply);
}

/**
 * Sends a request whose reply has no body.
 *
 * @throws {RequestFailure} as {@link requestJson}.
 */
export async function requestNothing(path: string, options: RequestOptions): Promise<void> {
  await request(path, options);
}
