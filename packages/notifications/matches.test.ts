import {
  newNotificationSchema,
  type Notification,
} from "@trace-console/contracts/notification-api";
import type { Trace } from "@trace-console/contracts/trace";
import { describe, expect, it } from "vitest";
import { matches } from "./matches.ts";

const start = Date.UTC(2026, 2, 11);

function notification(more: object, changed: Partial<Notification> = {}): Notification {
  return {
    ...newNotificationSchema.parse({
      notification_name: "n",
      operation_type: "complete",
      ...more,
    }),
    notification_id: "1",
    notification_type: "smn",
    status: "enabled",
    project_id: "p",
    create_time: start,
    ...changed,
  };
}

const deletion: Trace = {
  trace_id: "t",
  trace_name: "DeleteJobV2",
  service_type: "ModelArts",
  resource_type: "JobV2",
  trace_rating: "warning",
  code: "404",
  user: { name: "ann" },
  time: start,
};
const jobs = {
  operation_type: "customized",
  operations: [{ service_type: "ModelArts", resource_type: "JobV2", trace_names: ["DeleteJobV2"] }],
};

describe("a notification tells of a trace", () => {
  it.each<[string, Notification, boolean]>([
    ["of any operation", notification({}), true],
    ["of a chosen operation", notification(jobs), true],
    [
      "not of another operation",
      notification({ ...jobs, operations: [{ ...jobs.operations[0], trace_names: ["Stop"] }] }),
      false,
    ],
    ["not while it is disabled", notification({}, { status: "disabled" }), false],
    [
      "not of what happened before it was made",
      notification({}, { create_time: start + 1 }),
      false,
    ],
    ["of its operators", notification({ notify_user_list: [{ user_list: ["ann"] }] }), true],
    ["not of others", notification({ notify_user_list: [{ user_list: ["bob"] }] }), false],
  ])("%s", (_, asked, expected) => {
    expect(matches(asked, deletion)).toBe(expected);
  });

  it.each<[string, readonly string[], boolean]>([
    ["AND", ["code != 200", "trace_rating = warning"], true],
    ["AND", ["code != 200", "trace_rating = normal"], false],
    ["OR", ["code = 200", "trace_rating = warning"], true],
    ["OR", ["code = 200", "trace_rating=normal"], false],
    ["AND", ["resource_id != x"], true],
  ])("by rules joined by %s: %j", (condition, rule, expected) => {
    const filter = { condition, rule, is_support_filter: true };
    expect(matches(notification({ filter }), deletion)).toBe(expected);
  });

  it("rules that are switched off ask nothing", () => {
    const filter = { condition: "AND", rule: ["code = 200"], is_support_filter: false };
    expect(matches(notification({ filter }), deletion)).toBe(true);
  });
});
