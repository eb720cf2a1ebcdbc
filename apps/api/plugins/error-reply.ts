import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { TooBusyError } from "@trace-console/accounts/password";
import { TooManyAttemptsError } from "@trace-console/accounts/password-check";
import { ApiError, type ErrorCode } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ClientGoneError } from "../send-stream.ts";

/** What the framework itself refuses, in the codes of the catalogue. */
const frameworkErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "TC.0415",
  FST_ERR_CTP_BODY_TOO_LARGE: "TC.0413",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "CTS.0003",
  FST_ERR_MAX_PARAM_LENGTH: "APIGW.0101",
};

const readingMethods = ["GET", "HEAD"];

/** Every error leaves as `{error_code, error_msg}`; what is no client's fault is logged and not told. */
export function addErrorReply(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ClientGoneError) return reply.hijack();
    const known = knownError(error);
    if (known === undefined) {
      request.log.error({ err: error, reqId: request.id }, "request failed");
    }
    const failure = readingMethods.includes(request.method) ? "CTS.0005" : "CTS.0004";
    const { code, status, message, headers } = known ?? new ApiError(failure);
    return reply.code(status).headers(headers).send({ error_code: code, error_msg: message });
  });
  app.setNotFoundHandler((_request, reply) => {
    const { code, status, message } = new ApiError("APIGW.0101");
    return reply.code(status).send({ error_code: code, error_msg: message });
  });
}

/** Answers a request whose address cannot be decoded (`/%zz`): no hook or handler sees it. */
export function answerUnroutable(
  _error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, status, message } = new ApiError("APIGW.0101");
  void reply
    .code(status)
    .headers({
      "x-request-id": request.id,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    })
    .send({ error_code: code, error_msg: message });
}

/** What Node could not read as HTTP, in the codes of the catalogue; anything else is TC.0400. */
const unreadable: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: "TC.0431",
  ERR_HTTP_REQUEST_TIMEOUT: "TC.0408",
};

/** Answers on the bare socket what is no request in HTTP, is too large, or does not end. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { code, status, message } = new ApiError(unreadable[error.code ?? ""] ?? "TC.0400");
  const body = JSON.stringify({ error_code: code, error_msg: message });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${randomUUID()}`,
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function tooMany(waitMs: number): ApiError {
  const seconds = String(Math.ceil(waitMs / 1000));
  return new ApiError("TC.0429", { headers: { "retry-after": seconds } });
}

function knownError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof TooBusyError) return tooMany(2_000);
  if (error instanceof TooManyAttemptsError) return tooMany(error.waitMs);
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = frameworkErrors[String(error.code)];
  return code === undefined ? undefined : new ApiError(code);
}
