import {
  type NewSavedView,
  type SavedView,
  type SavedViewList,
  savedViewSchema,
  savedViewsSchema,
} from "@trace-console/contracts/saved-view-api";
import { requestJson, requestNothing } from "./request.ts";

function pathOf(projectId: string, viewId?: string): string {
  const path = `/api/projects/${encodeURIComponent(projectId)}/saved-views`;
  return viewId === undefined ? path : `${path}/${encodeURIComponent(viewId)}`;
}

/** One's own saved views of a project, and those that others share. */
export function fetchSavedViews(projectId: string, signal: AbortSignal): Promise<SavedViewList> {
  return requestJson(pathOf(projectId), savedViewsSchema, { signal });
}

/** Saves a view. */
export function createSavedView(projectId: string, view: NewSavedView): Promise<SavedView> {
  return requestJson(pathOf(projectId), savedViewSchema, { method: "POST", body: view });
}

/** Replaces a view, its name included. */
export function replaceSavedView(
  projectId: string,
  viewId: string,
  view: NewSavedView,
): Promise<void> {
  return requestNothing(pathOf(projectId, viewId), { method: "PUT", body: view });
}

/** Deletes a view. */
export function removeSavedView(projectId: string, viewId: string): Promise<void> {
  return requestNothing(pathOf(projectId, viewId), { method: "DELETE" });
}
