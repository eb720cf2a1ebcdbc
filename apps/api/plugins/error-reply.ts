import { TooBusyError } from "@trace-console/accounts/password";
import { ApiError, type ErrorCode } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";

/** What the framework itself refuses, in the codes of the catalogue. */
const frameworkErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "TC.0415",
  FST_ERR_CTP_BODY_TOO_LARGE: "TC.0413",
  FST_ERR_CTP_EMPTY_JSON_BODY: "CTS.0003",
  FST_ERR_CTP_INVALID_JSON_BODY: "CTS.0003",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "CTS.0003",
  FST_ERR_BAD_URL: "APIGW.0101",
  FST_ERR_MAX_PARAM_LENGTH: "APIGW.0101",
};

/** Every error leaves as `{error_code, error_msg}`; what is no client's fault is logged and not told. */
export function addErrorReply(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = knownError(error);
    if (known === undefined) request.log.error({ err: error }, "request failed");
    const { code, status, message, headers } = known ?? new ApiError("CTS.0005");
    return reply.code(status).headers(headers).send({ error_code: code, error_msg: message });
  });
  app.setNotFoundHandler((_request, reply) => {
    const { code, status, message } = new ApiError("APIGW.0101");
    return reply.code(status).send({ error_code: code, error_msg: message });
  });
}

function knownError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof TooBusyError)
    return new ApiError("TC.0429", { headers: { "retry-after": "2" } });
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error instanceof SyntaxError) return new ApiError("CTS.0003");
  const code = frameworkErrors[String(error.code)];
  return code === undefined ? undefined : new ApiError(code);
}
