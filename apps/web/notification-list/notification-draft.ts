import type { NewNotification } from "@trace-console/contracts/notification-api";
import type { ListedNotification } from "@trace-console/contracts/notification-list-api";

/** Operations of one resource type, as they are typed: each name on a line of its own. */
export interface OperationsDraft {
  /** Tells the groups of a draft apart. */
  readonly key: number;
  readonly service: string;
  readonly resource: string;
  readonly names: string;
}

/** What the form holds. */
export interface NotificationDraft {
  readonly name: string;
  /** Whether it tells of all operations. */
  readonly isComplete: boolean;
  /** Never empty, so that there is something to fill in. */
  readonly groups: readonly OperationsDraft[];
  /** Each operator on a line of its own; none stands for all. */
  readonly operators: string;
  readonly topic: string;
}

/** The names that the lines of a text hold, each once. */
export function linesOf(text: string): string[] {
  const names = text.split("\n").map((line) => line.trim());
  return [...new Set(names)].filter((name) => name !== "");
}

/** A group to fill in, beside others. */
export function emptyGroup(others: readonly OperationsDraft[]): OperationsDraft {
  const key = 1 + Math.max(0, ...others.map((group) => group.key));
  return { key, service: "", resource: "", names: "" };
}

/** What the form shows at first: a notification as it is, or an empty form. */
export function draftOf(notification: ListedNotification | null): NotificationDraft {
  const groups = (notification?.operations ?? []).map((one, key) => ({
    key,
    service: one.service_type,
    resource: one.resource_type,
    names: one.trace_names.join("\n"),
  }));
  return {
    name: notification?.notification_name ?? "",
    isComplete: notification?.operation_type !== "customized",
    groups: groups.length > 0 ? groups : [emptyGroup([])],
    operators: operatorsOf(notification),
    topic: notification?.topic_id ?? "",
  };
}

/**
 * The settings that a draft stands for. What the form does not show, such as the rules of the
 * filter, stays as it was.
 *
 * @param before the notification that is changed; null for a new one.
 */
export function settingsOf(
  draft: NotificationDraft,
  before: ListedNotification | null,
): NewNotification {
  return {
    notification_name: draft.name.trim(),
    operation_type: draft.isComplete ? "complete" : "customized",
    operations: draft.isComplete
      ? []
      : draft.groups.map(({ service, resource, names }) => ({
          service_type: service.trim(),
          resource_type: resource.trim(),
          trace_names: linesOf(names),
        })),
    notify_user_list: usersOf(draft.operators, before),
    topic_id: draft.topic.trim(),
    filter: before?.filter,
    agency_name: before?.agency_name ?? "",
  };
}

function operatorsOf(notification: ListedNotification | null): string {
  const users = notification?.notify_user_list ?? [];
  return users.flatMap(({ user_list }) => user_list).join("\n");
}

/** Operators that were left alone stay in the groups in which they came. */
function usersOf(
  operators: string,
  before: ListedNotification | null,
): NewNotification["notify_user_list"] {
  const known = before?.notify_user_list ?? [];
  if (operators === operatorsOf(before)) return known;
  const user_list = linesOf(operators);
  return user_list.length === 0 ? [] : [{ user_group: known[0]?.user_group ?? "", user_list }];
}
