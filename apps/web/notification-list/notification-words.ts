import type {
  DeliveryLog,
  ListedNotification,
} from "@trace-console/contracts/notification-list-api";
import type { texts } from "./texts.ts";

type NotificationTexts = typeof texts.english;

/** So many names, and groups of them, are told; the others are counted. */
const toldAtMost = 5;

function tellNames(names: readonly string[], { told }: NotificationTexts): string {
  const others = names.length - toldAtMost;
  const first = names.slice(0, toldAtMost).join(told.between);
  return others > 0 ? told.andMore(first, others) : first;
}

/** Of what a notification tells, each line a resource type or a condition. */
export function describeOperations(
  { operation_type, operations, filter }: ListedNotification,
  t: NotificationTexts,
): string[] {
  const conditions =
    filter?.is_support_filter === true && filter.rule.length > 0
      ? [t.told.onlyIf(filter.rule, filter.condition)]
      : [];
  if (operation_type === "complete") return [t.allOperations, ...conditions];
  if (operations.length === 0) return [t.told.noOperations];
  const groups = operations
    .slice(0, toldAtMost)
    .map((one) =>
      t.told.operations(one.service_type, one.resource_type, tellNames(one.trace_names, t)),
    );
  const others = operations.length - toldAtMost;
  const more = others > 0 ? [t.told.moreResourceTypes(others)] : [];
  return [...new Set(groups), ...more, ...conditions];
}

/** Whose operations a notification tells of. */
export function describeOperators(
  { notify_user_list }: ListedNotification,
  t: NotificationTexts,
): string {
  const names = notify_user_list.flatMap(({ user_list }) => user_list);
  return names.length === 0 ? t.told.allOperators : tellNames(names, t);
}

/** What became of a message. Why it failed is told as the server says it. */
export function describeOutcome(
  { due, outcome }: Pick<DeliveryLog["deliveries"][number], "due" | "outcome">,
  { log }: NotificationTexts,
): string {
  if (outcome === "delivered") return log.delivered;
  if (outcome === "pending") return log.pending;
  return due === null ? log.givenUp(outcome) : log.failed(outcome);
}
