import type { ListedNotification } from "@trace-console/contracts/notification-list-api";
import { expect, test } from "vitest";
import { describeOperations, describeOperators, describeOutcome } from "./notification-words.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";

const { english } = texts;

const all: ListedNotification = {
  notification_id: "1",
  notification_name: "all",
  operation_type: "complete",
  operations: [],
  notify_user_list: [],
  topic_id: "",
  agency_name: "",
  status: "enabled",
};
const many = ["a", "b", "c", "d", "e", "f", "g"];
const chosen: ListedNotification = {
  ...all,
  operation_type: "customized",
  operations: many.map((name) => ({
    service_type: "ECS",
    resource_type: name,
    trace_names: many,
  })),
  notify_user_list: [{ user_group: "", user_list: ["ann", "bob"] }],
};

test("operations and operators are told, and counted where there are many", () => {
  expect(describeOperations(all, english)).toEqual(["All operations"]);
  expect(describeOperators(all, english)).toBe("All operators");
  const told = describeOperations(chosen, english);
  expect(told[0]).toBe("ECS a: a, b, c, d, e and 2 more");
  expect(told.slice(4)).toEqual(["ECS e: a, b, c, d, e and 2 more", "and 2 more resource types"]);
  expect(describeOperators(chosen, english)).toBe("ann, bob");
});

test("in Chinese they are told with the signs of that language", () => {
  const told = describeOperations(chosen, chinese);
  expect(told[0]).toBe("ECS a：a、b、c、d、e 及其他 2 个");
  expect(told.slice(5)).toEqual(["及其他 2 个资源类型"]);
  expect(describeOperators(chosen, chinese)).toBe("ann、bob");
});

test("rules are told as far as they hold", () => {
  const rule = ["code = 1", "code = 2"];
  const withRules = (condition: "AND" | "OR", is_support_filter: boolean) =>
    describeOperations({ ...all, filter: { condition, is_support_filter, rule } }, english);
  expect(withRules("OR", true)).toEqual(["All operations", "Only if code = 1 or code = 2"]);
  expect(withRules("AND", true)).toContain("Only if code = 1 and code = 2");
  expect(withRules("OR", false)).toEqual(["All operations"]);
});

test.each<[string, number | null, string]>([
  ["pending", 1, "Waiting to be sent"],
  ["delivered", null, "Delivered"],
  ["the endpoint answered 500", 1, "Failed: the endpoint answered 500"],
  ["no endpoint is configured for t", null, "Given up: no endpoint is configured for t"],
])("the outcome %s, next tried at %s, reads %s", (outcome, due, words) => {
  expect(describeOutcome({ outcome, due }, english)).toBe(words);
});
