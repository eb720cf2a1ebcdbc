import type { FastifyRequest } from "fastify";

/** The parameters of a request's URL, repeated ones included. */
export function searchParams(request: FastifyRequest): URLSearchParams {
  const { url } = request;
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
}
