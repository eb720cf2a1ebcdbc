/** The options of a route that changes notifications: who may, and as what it is recorded. */
export function notificationChange(by: "console" | "wire", verb: "create" | "update" | "delete") {
  return {
    config: {
      access: { by, in: "project_id", may: `cts:notification:${verb}` },
      audit: { trace_name: `${verb}Notification`, resource_type: "notification" },
    },
  } as const;
}
