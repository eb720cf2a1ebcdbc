import type {
  DeliveryLog,
  ListedNotification,
} from "@trace-console/contracts/notification-list-api";

/** So many names, and groups of them, are told; the others are counted. */
const toldAtMost = 5;

function tellNames(names: readonly string[]): string {
  const others = names.length - toldAtMost;
  const told = names.slice(0, toldAtMost).join(", ");
  return others > 0 ? `${told} and ${others} more` : told;
}

/** Of what a notification tells, each line a resource type or a condition. */
export function describeOperations(notification: ListedNotification): string[] {
  const { operation_type, operations, filter } = notification;
  const conditions =
    filter?.is_support_filter === true && filter.rule.length > 0
      ? [`Only if ${filter.rule.join(filter.condition === "AND" ? " and " : " or ")}`]
      : [];
  if (operation_type === "complete") return ["All operations", ...conditions];
  if (operations.length === 0) return ["No operations"];
  const groups = operations
    .slice(0, toldAtMost)
    .map((one) => `${one.service_type} ${one.resource_type}: ${tellNames(one.trace_names)}`);
  const others = operations.length - toldAtMost;
  const more = others > 0 ? [`and ${others} more resource types`] : [];
  return [...new Set(groups), ...more, ...conditions];
}

/** Whose operations a notification tells of. */
export function describeOperators({ notify_user_list }: ListedNotification): string {
  const names = notify_user_list.flatMap(({ user_list }) => user_list);
  return names.length === 0 ? "All operators" : tellNames(names);
}

/** What became of a message. */
export function describeOutcome({
  due,
  outcome,
}: Pick<DeliveryLog["deliveries"][number], "due" | "outcome">): string {
  if (outcome === "delivered") return "Delivered";
  if (outcome === "pending") return "Waiting to be sent";
  return `${due === null ? "Given up" : "Failed"}: ${outcome}`;
}
