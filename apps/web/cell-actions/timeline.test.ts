import { filterFields, maxValueLength } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { formatTraceListUrl, readTraceListUrl } from "../trace-list/trace-list-url.ts";
import { timelineFieldOf, timelineOf } from "./timeline.ts";

const now = 1_780_128_000_000;
const day = 86_400_000;

test("resources, operators, keys and addresses have a timeline", () => {
  const fields = filterFields.filter((field) => timelineFieldOf({ field, value: "x" }) !== null);
  expect(fields).toEqual(["resource_id", "user", "access_key_id", "source_ip"]);
  const long = { field: "source_ip", value: "1".repeat(maxValueLength + 1) } as const;
  expect(timelineFieldOf(long)).toBeNull();
  expect(timelineFieldOf({ field: "resource_id", value: "\ud800" })).toBeNull();
  expect(timelineFieldOf({ field: "resource_id", value: "-" })).toBeNull();
});

test("a timeline has its value alone, over as long as traces are kept", () => {
  expect(timelineOf({ field: "resource_id", value: "7" }, "system", 7, now)).toEqual({
    query: { trace_type: "system", from: now - 7 * day, to: now, resource_id: ["7"] },
    preset: "1w",
  });
  expect(timelineOf({ field: "source_ip", value: "1.1.1.1" }, "data", 30, now)).toEqual({
    query: { trace_type: "data", from: now - 30 * day, to: now, source_ip: ["1.1.1.1"] },
    preset: null,
  });
});

test("the address of a timeline is read as the same list", () => {
  for (const field of ["resource_id", "user", "access_key_id", "source_ip"] as const) {
    const state = timelineOf({ field, value: " a&b=1 中" }, "system", 7, now);
    const params = formatTraceListUrl(new URLSearchParams("region=r&user=other&text=old"), state);
    expect(readTraceListUrl(params)).toEqual({ ok: true, state });
  }
});
