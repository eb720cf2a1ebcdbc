import { z } from "zod";

/**
 * An id that this product never takes apart: project, domain, trace and access-key ids are opaque
 * strings of 1 to 128 printable characters. Real traces hold masked ids such as
 * `7e0d78c85***d0b9b7cba`, so that "32 hex digits" would turn real data away.
 */
export const opaqueIdSchema = z
  .string()
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u, "an id is 1 to 128 printable characters");

/** Whether `value` can be an id of a project, a domain, a trace or an access key. */
export function isOpaqueId(value: unknown): value is string {
  return opaqueIdSchema.safeParse(value).success;
}
