import {
  newSavedViewSchema,
  savedViewSchema,
  savedViewsSchema,
} from "@trace-console/contracts/saved-view-api";
import { done, type Operation } from "./operation.ts";

const path = "/api/projects/{project_id}/saved-views";

/** Saved views of the Trace List. */
export const savedViewOperations: readonly Operation[] = [
  {
    method: "get",
    path,
    summary: "One's own saved views of the Trace List, and those that others share.",
    reply: { status: 200, schema: savedViewsSchema },
  },
  {
    method: "post",
    path,
    summary: "Saves a view.",
    body: newSavedViewSchema,
    reply: { status: 201, schema: savedViewSchema },
  },
  {
    method: "put",
    path: `${path}/{view_id}`,
    summary: "Replaces a view.",
    body: newSavedViewSchema,
    reply: done,
  },
  {
    method: "delete",
    path: `${path}/{view_id}`,
    summary: "Deletes a view.",
    reply: done,
  },
];
