import type { ListedNotification } from "@trace-console/contracts/notification-list-api";
import { expect, test } from "vitest";
import { draftOf, emptyGroup, linesOf, settingsOf } from "./notification-draft.ts";

const notification: ListedNotification = {
  notification_id: "1",
  notification_name: "deletions",
  operation_type: "customized",
  operations: [
    { service_type: "ModelArts", resource_type: "JobV2", trace_names: ["DeleteJobV2", "Stop"] },
    { service_type: "ECS", resource_type: "ecs", trace_names: ["deleteServer"] },
  ],
  notify_user_list: [
    { user_group: "admins", user_list: ["ann"] },
    { user_group: "users", user_list: ["bob"] },
  ],
  topic_id: "urn:smn:cn-north-4:p:alarms",
  filter: { condition: "AND", is_support_filter: true, rule: ["code != 200"] },
  agency_name: "cts",
  status: "enabled",
};

test("a notification that nobody changes stays as it is, also what the form does not show", () => {
  const { notification_id: _id, status: _status, ...settings } = notification;
  expect(settingsOf(draftOf(notification), notification)).toEqual(settings);
});

test("a new one tells of all operations of all operators", () => {
  const draft = { ...draftOf(null), name: " all ", topic: "urn:smn:cn-north-4:p:t\t" };
  expect(settingsOf(draft, null)).toEqual({
    notification_name: "all",
    operation_type: "complete",
    operations: [],
    notify_user_list: [],
    topic_id: "urn:smn:cn-north-4:p:t",
    filter: undefined,
    agency_name: "",
  });
});

test("operators that are changed are one group, and none are all", () => {
  const draft = draftOf(notification);
  expect(draft.operators).toBe("ann\nbob");
  expect(settingsOf({ ...draft, operators: "ann\neve" }, notification).notify_user_list).toEqual([
    { user_group: "admins", user_list: ["ann", "eve"] },
  ]);
  expect(settingsOf({ ...draft, operators: "" }, notification).notify_user_list).toEqual([]);
});

test("names are read from lines, each once, without the space around them", () => {
  expect(linesOf(" a b \n\nc\r\na b")).toEqual(["a b", "c"]);
});

test("a group that is added is told apart from the others", () => {
  const { groups } = draftOf(notification);
  const keys = [...groups, emptyGroup(groups)].map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});
