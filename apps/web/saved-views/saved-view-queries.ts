import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewSavedView, SavedView } from "@trace-console/contracts/saved-view-api";
import {
  createSavedView,
  fetchSavedViews,
  removeSavedView,
  replaceSavedView,
} from "../api-client/saved-view-api.ts";

function keyOf(projectId: string): string[] {
  return ["saved-views", projectId];
}

/** The saved views of a project that one sees. @param isWanted whether anything shows them. */
export function useSavedViews(projectId: string, isWanted: boolean) {
  return useQuery({
    queryKey: keyOf(projectId),
    queryFn: ({ signal }) => fetchSavedViews(projectId, signal),
    enabled: isWanted,
  });
}

/** What asks for the views once more when they are shown next: others may have shared some. */
export function useAskAgain(projectId: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keyOf(projectId) });
}

/** What may be done to a view. */
export type ViewEdit =
  | { readonly kind: "create"; readonly view: NewSavedView }
  | { readonly kind: "replace"; readonly id: string; readonly view: NewSavedView }
  | { readonly kind: "delete"; readonly id: string };

/** Making, changing and deleting views; what is shown of them follows. A new one is the result. */
export function useViewEdit(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (edit: ViewEdit): Promise<SavedView | null> => {
      if (edit.kind === "create") return createSavedView(projectId, edit.view);
      if (edit.kind === "replace") await replaceSavedView(projectId, edit.id, edit.view);
      else await removeSavedView(projectId, edit.id);
      return null;
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}
