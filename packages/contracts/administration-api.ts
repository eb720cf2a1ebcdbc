import { z } from "zod";
import { projectSchema, signInSchema } from "./console-api.ts";
import { opaqueIdSchema } from "./ids.ts";
import { allProjects, grantSchema } from "./permissions.ts";

/** Requests and replies of `/api` about who may do what. Moments are ms since 1970. */

export const userNameSchema = z
  .string()
  .regex(
    /^(?!\.{1,2}$)[^\p{C}\p{Z}/]{1,64}$/u,
    "a user name is 1 to 64 characters, without spaces and slashes",
  );
const passwordSchema = signInSchema.shape.password;

/** A session of a user: `is_own` is the one that asks. */
export const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      session_id: z.string(),
      created: z.int(),
      last_seen: z.int(),
      address: z.string(),
      user_agent: z.string(),
      is_own: z.boolean(),
    }),
  ),
});
export type SessionList = z.infer<typeof sessionsSchema>;

const accessKeySchema = z.object({
  access_key_id: opaqueIdSchema,
  description: z.string(),
  is_disabled: z.boolean(),
  created: z.int(),
});
/** `GET /api/access-keys` and `GET /api/users/{user}/access-keys`. */
export const accessKeysSchema = z.object({ access_keys: z.array(accessKeySchema) });
export type AccessKeyList = z.infer<typeof accessKeysSchema>;

export const newAccessKeySchema = z.strictObject({ description: z.string().max(200) });
/** The reply to a new access key: its secret is told this once. */
export const createdAccessKeySchema = accessKeySchema.extend({ secret_access_key: z.string() });
export type CreatedAccessKey = z.infer<typeof createdAccessKeySchema>;
/** `PATCH` of an access key. */
export const accessKeyChangeSchema = z.strictObject({ is_disabled: z.boolean() });

/** `PUT /api/session/password`. */
export const passwordChangeSchema = z.strictObject({
  password: passwordSchema,
  new_password: passwordSchema,
});

const userSchema = z.object({
  name: z.string(),
  is_disabled: z.boolean(),
  /** Whether the user signs in at the identity provider, which gives the roles. */
  identity_provider: z.boolean(),
  created: z.int(),
  grants: z.array(grantSchema),
});
/** `GET /api/users`. */
export const usersSchema = z.object({ users: z.array(userSchema) });
export type UserList = z.infer<typeof usersSchema>;

/** Our own role holds for the whole installation; a role of CTS also for one project. */
export const grantsSchema = z
  .array(grantSchema)
  .max(1000)
  .refine(
    (grants) =>
      grants.every(
        ({ role, project_id }) =>
          role !== "Trace Console Administrator" || project_id === allProjects,
      ),
    `Trace Console Administrator holds for all projects: project_id must be "${allProjects}"`,
  );

/** `POST /api/users`. */
export const newUserSchema = z.strictObject({
  name: userNameSchema,
  password: passwordSchema,
  grants: grantsSchema,
});
export type NewUser = z.infer<typeof newUserSchema>;

/** `PATCH /api/users/{user}`: what is given is changed. */
export const userChangeSchema = z.strictObject({
  password: passwordSchema.optional(),
  is_disabled: z.boolean().optional(),
  grants: grantsSchema.optional(),
});
export type UserChange = z.infer<typeof userChangeSchema>;

/** `GET /api/projects`: all that are registered. */
export const projectsSchema = z.object({ projects: z.array(projectSchema) });
export type ProjectList = z.infer<typeof projectsSchema>;

/** `POST /api/projects`. */
export const newProjectSchema = z.strictObject({
  project_id: opaqueIdSchema.refine((id) => id !== allProjects, "* stands for all projects"),
  name: z.string().min(1).max(128),
  region: z.string().regex(/^[a-z0-9-]{1,64}$/, "a region is letters, digits and dashes"),
  domain_id: opaqueIdSchema.optional(),
});
export type NewProject = z.infer<typeof newProjectSchema>;
