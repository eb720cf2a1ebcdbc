import { z } from "zod";
import { tagsSchema } from "./tracker-api.ts";

/** Replies of `/v3` beside traces, trackers and notifications, in the types of the strictest client. */

/** `GET /v3/{domain_id}/resources`: the resource types of each service. */
export const resourceTypesSchema = z.object({
  resources: z.array(z.object({ service_type: z.string(), resource: z.array(z.string()) })),
});

/** `GET /v3/{project_id}/user-resources`: the operators of the last 30 days. */
export const userResourcesSchema = z.object({ users: z.array(z.object({ name: z.string() })) });

/** `GET /v3/{project_id}/quotas`. */
export const quotasSchema = z.object({
  resources: z.array(z.object({ type: z.string(), used: z.int(), quota: z.int() })),
});

/** `POST /v3/{domain_id}/checkbucket`. */
export const bucketChecksSchema = z.object({
  buckets: z.array(
    z.looseObject({
      bucket_name: z.string().optional(),
      check_bucket_response: z.object({
        error_code: z.string(),
        error_message: z.string(),
        response_code: z.int(),
        success: z.boolean(),
      }),
    }),
  ),
});

/** `GET …/{resource_id}/tags`. */
export const resourceTagsSchema = z.object({ tags: z.array(tagsSchema.shape.tags.element) });

/** `GET …/tags`: every key with its values. */
export const projectTagsSchema = z.object({
  tags: z.array(z.object({ key: z.string(), values: z.array(z.string()) })),
});

/** `POST …/resource-instances/filter`. */
export const taggedResourcesSchema = z.object({
  resources: z.array(
    z.object({
      resource_id: z.string(),
      resource_name: z.string(),
      tags: resourceTagsSchema.shape.tags,
    }),
  ),
  total_count: z.int(),
});

/** `GET /{version}`, and `GET /` for programs. */
export const versionsSchema = z.object({
  versions: z.array(
    z.object({
      id: z.string(),
      links: z.array(z.object({ rel: z.string(), href: z.string() })),
      version: z.string(),
      status: z.string(),
      updated: z.string(),
      min_version: z.string(),
    }),
  ),
});

const linksSchema = z.object({
  self: z.string(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
});
const ownLinkSchema = z.object({ self: z.string() });

/** `GET /v3/projects` and `GET /v3/auth/projects` (IAM). */
export const iamProjectsSchema = z.object({
  links: linksSchema,
  projects: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      domain_id: z.string(),
      parent_id: z.string(),
      is_domain: z.boolean(),
      enabled: z.boolean(),
      description: z.string(),
      links: ownLinkSchema,
    }),
  ),
});

/** `GET /v3/auth/domains` (IAM). */
export const iamDomainsSchema = z.object({
  links: linksSchema,
  domains: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      enabled: z.boolean(),
      description: z.string(),
      links: ownLinkSchema,
    }),
  ),
});
