import { z } from "zod";

/** The part of IAM that clients need to find their way (IAM API reference, "Token Management"). */

const namedSchema = z.object({ id: z.string().optional(), name: z.string().optional() });

/** `POST /v3/auth/tokens`: password authentication, with a project, a domain or no scope. */
export const tokenRequestSchema = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()).nonempty(),
      password: z.object({
        user: z.object({
          name: z.string().min(1).max(128),
          password: z.string().min(1).max(1024),
          domain: namedSchema.optional(),
        }),
      }),
    }),
    scope: z
      .object({
        project: namedSchema.extend({ domain: namedSchema.optional() }).optional(),
        domain: namedSchema.optional(),
      })
      .optional(),
  }),
});
export type TokenRequest = z.infer<typeof tokenRequestSchema>;
