import { parseTraceQuery, type TraceQuery } from "@trace-console/contracts/trace-filter";
import { expect, it } from "vitest";
import { Numbers } from "./numbers.ts";
import { PlanCache } from "./plan-cache.ts";

const users = Array.from({ length: 100 }, (_, at) => `user${at}`);

function open() {
  const numbers = new Numbers();
  const names = users.map((value, at) => ({ no: at + 1, value }));
  numbers.add({ projects: [], kinds: [], names });
  return { numbers, plans: new PlanCache(numbers) };
}

function queryOf(user: string): TraceQuery {
  const parsed = parseTraceQuery(new URLSearchParams({ from: "0", to: "1", user }));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.query;
}

it("a plan that somebody goes by is not overwritten, however many others are made", () => {
  const { plans } = open();
  const held = plans.take(queryOf("user0"));
  const before = held.plan.operatorFails?.slice();
  expect(before?.indexOf(0)).toBe(1);
  for (const user of users) plans.give(plans.take(queryOf(user)));
  expect(held.plan.operatorFails).toEqual(before);
  plans.give(held);
});

it("the memory of plans that fell out is used again", () => {
  const { plans } = open();
  const rooms = new Set<object>();
  for (const user of users) {
    const lent = plans.take(queryOf(user));
    rooms.add(lent.kept.room);
    expect(lent.plan.operatorFails?.indexOf(0)).toBe(users.indexOf(user) + 1);
    plans.give(lent);
  }
  expect(rooms.size).toBeLessThan(40);
});

it("a plan is made once as long as no operator or kind is new", () => {
  const { numbers, plans } = open();
  const first = plans.take(queryOf("user7"));
  const again = plans.take({ ...queryOf("user7"), resource_id: ["a"], not_resource_name: ["b"] });
  expect(again.kept).toBe(first.kept);
  expect([first.plan.included.length, first.plan.excluded.length]).toEqual([0, 0]);
  expect([again.plan.included.length, again.plan.excluded.length]).toEqual([1, 1]);
  numbers.add({ projects: [], kinds: [], names: [{ no: 101, value: "new" }] });
  const later = plans.take(queryOf("user7"));
  expect(later.plan.operatorFails?.length).toBe(102);
  expect(first.plan.operatorFails?.length).toBe(101);
});
