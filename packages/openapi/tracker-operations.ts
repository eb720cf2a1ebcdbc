import { z } from "zod";
import {
  bucketCheckRequestSchema,
  configurationSchema,
  tagFilterSchema,
  tagsSchema,
  trackerRequestSchema,
  trackerSchema,
} from "@trace-console/contracts/tracker-api";
import {
  bucketChecksSchema,
  projectTagsSchema,
  quotasSchema,
  resourceTagsSchema,
  taggedResourcesSchema,
} from "@trace-console/contracts/wire-lists";
import { done, exact, type Operation } from "./operation.ts";

const project = "/v3/{project_id}";
const tags = `${project}/cts-tracker`;

/** Trackers and what belongs to them, as the wire API of CTS has them. */
export const trackerOperations: readonly Operation[] = [
  {
    method: "get",
    path: `${project}/trackers`,
    summary: "The trackers of the project.",
    query: [exact("tracker_name"), exact("tracker_type")],
    reply: { status: 200, schema: z.object({ trackers: z.array(trackerSchema) }) },
  },
  {
    method: "post",
    path: `${project}/tracker`,
    summary: "Creates a tracker.",
    body: trackerRequestSchema,
    reply: { status: 201, schema: trackerSchema },
  },
  {
    method: "put",
    path: `${project}/tracker`,
    summary: "Replaces the settings of a tracker; an absent status stays.",
    body: trackerRequestSchema,
    reply: { status: 200 },
  },
  {
    method: "delete",
    path: `${project}/trackers`,
    summary: "Deletes a data tracker, or all of them.",
    query: [exact("tracker_name"), exact("tracker_type")],
    reply: done,
  },
  {
    method: "get",
    path: `${project}/quotas`,
    summary: "How many trackers there are, and how many there may be.",
    reply: { status: 200, schema: quotasSchema },
  },
  {
    method: "post",
    path: "/v3/{domain_id}/checkbucket",
    summary: "Whether traces can be transferred to some buckets.",
    body: bucketCheckRequestSchema,
    reply: { status: 200, schema: bucketChecksSchema },
  },
  {
    method: "get",
    path: `${project}/configuration`,
    summary: "Which services report queries.",
    reply: { status: 200, schema: configurationSchema },
  },
  {
    method: "put",
    path: `${project}/configuration`,
    summary: "Sets which services report queries.",
    body: configurationSchema,
    reply: done,
  },
  {
    method: "get",
    path: `${tags}/{resource_id}/tags`,
    summary: "The tags of a tracker.",
    reply: { status: 200, schema: resourceTagsSchema },
  },
  {
    method: "post",
    path: `${tags}/{resource_id}/tags/create`,
    summary: "Adds tags to a tracker.",
    body: tagsSchema,
    reply: done,
  },
  {
    method: "delete",
    path: `${tags}/{resource_id}/tags/delete`,
    summary: "Takes tags from a tracker.",
    body: tagsSchema,
    reply: done,
  },
  {
    method: "get",
    path: `${tags}/tags`,
    summary: "All tags of the project's trackers.",
    reply: { status: 200, schema: projectTagsSchema },
  },
  {
    method: "post",
    path: `${tags}/resource-instances/filter`,
    summary: "The trackers that have some tags.",
    body: tagFilterSchema,
    reply: { status: 200, schema: taggedResourcesSchema },
  },
];
