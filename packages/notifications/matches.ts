import { type Notification, parseRule } from "@trace-console/contracts/notification-api";
import type { Trace } from "@trace-console/contracts/trace";

/**
 * Whether a notification tells of a trace: enabled, made before the trace happened, and fitting in
 * operation, operator and rules.
 */
export function matches(notification: Notification, trace: Trace): boolean {
  const { status, create_time, operation_type, operations, notify_user_list, filter } =
    notification;
  if (status !== "enabled" || trace.time < create_time) return false;
  const isNamed =
    operation_type === "complete" ||
    operations.some(
      ({ service_type, resource_type, trace_names }) =>
        service_type === trace.service_type &&
        resource_type === trace.resource_type &&
        trace_names.includes(trace.trace_name),
    );
  if (!isNamed) return false;
  const users = notify_user_list.flatMap(({ user_list }) => user_list);
  if (users.length > 0 && !users.includes(trace.user?.name ?? "")) return false;
  if (filter?.is_support_filter !== true || filter.rule.length === 0) return true;
  const answers = filter.rule.map((text) => {
    const rule = parseRule(text);
    return rule !== undefined && ((trace[rule.field] ?? "") === rule.value) === rule.isEqual;
  });
  return filter.condition === "AND" ? answers.every(Boolean) : answers.some(Boolean);
}
