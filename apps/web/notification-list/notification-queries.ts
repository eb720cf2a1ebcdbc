import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  NewNotification,
  NotificationChange,
} from "@trace-console/contracts/notification-api";
import {
  createNotification,
  fetchDeliveries,
  fetchNotifications,
  fetchOperations,
  removeNotification,
  updateNotification,
} from "../api-client/notification-api.ts";
import { fetchOperators } from "../api-client/trace-api.ts";

function keyOf(projectId: string): string[] {
  return ["notifications", projectId];
}

/**
 * The key event notifications of a project. Each visit asks anew: a change sends all settings, so
 * that it must not start from old ones.
 */
export function useNotifications(projectId: string) {
  return useQuery({
    queryKey: keyOf(projectId),
    queryFn: ({ signal }) => fetchNotifications(projectId, signal),
    staleTime: 0,
  });
}

/** What may be done to a notification. */
export type NotificationEdit =
  | { readonly kind: "create"; readonly settings: NewNotification }
  | { readonly kind: "update"; readonly settings: NotificationChange }
  | { readonly kind: "delete"; readonly id: string };

/** Making, changing and deleting notifications; what is shown of them follows. */
export function useNotificationEdit(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (edit: NotificationEdit) => {
      if (edit.kind === "create") await createNotification(projectId, edit.settings);
      else if (edit.kind === "update") await updateNotification(projectId, edit.settings);
      else await removeNotification(projectId, edit.id);
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}

/** What became of the messages of a notification, as it is when the log is opened. */
export function useDeliveries(projectId: string, id: string) {
  return useQuery({
    queryKey: ["deliveries", projectId, id],
    queryFn: ({ signal }) => fetchDeliveries(projectId, id, signal),
    staleTime: 0,
  });
}

/**
 * Operations and operators to choose from; none until they are there, or when they cannot be
 * fetched: names may be typed as well.
 */
export function useKnownNames(projectId: string) {
  const operations = useQuery({
    queryKey: ["operations", projectId],
    queryFn: ({ signal }) => fetchOperations(projectId, signal),
    staleTime: 60_000,
  });
  const operators = useQuery({
    queryKey: ["operators", projectId],
    queryFn: ({ signal }) => fetchOperators(projectId, signal),
    staleTime: 60_000,
  });
  return {
    operations: operations.data?.operations ?? [],
    operators: operators.data?.operators ?? [],
  };
}
