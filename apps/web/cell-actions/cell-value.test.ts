import type { Trace } from "@trace-console/contracts/trace";
import { filterFields } from "@trace-console/contracts/trace-filter";
import { expect, test } from "vitest";
import { cellValueOf, fieldsWithin } from "./cell-value.ts";

const trace: Trace = {
  trace_id: "8e73c000-5bfd-11f1-8a4e-0242ac110003",
  trace_name: "StopJobV2",
  trace_rating: "warning",
  trace_type: "ConsoleAction",
  service_type: "ModelArts",
  resource_type: "JobV2",
  resource_name: "resnet-50",
  resource_id: "425b7087",
  source_ip: "124.71.93.243",
  tracker_name: "system",
  enterprise_project_id: "0",
  user: { name: "li.wei", access_key_id: "HSTAZVL6WYS0J5MYE2GA" },
  time: 1_780_128_000_000,
};

/** The fields of a trace with which something can be done. */
function fieldsOf(changes: Partial<Trace>): string[] {
  return filterFields.filter((field) => cellValueOf({ ...trace, ...changes }, field) !== null);
}

test("every filter of a management trace has its value", () => {
  expect(fieldsOf({})).toEqual([...filterFields]);
  expect(cellValueOf(trace, "user")).toEqual({ field: "user", value: "li.wei" });
  expect(cellValueOf(trace, "access_key_id")?.value).toBe("HSTAZVL6WYS0J5MYE2GA");
  expect(cellValueOf(trace, "source_ip")?.value).toBe("124.71.93.243");
});

test("a data trace offers what data traces can be filtered by", () => {
  for (const trace_type of ["ObsSDK", "obsapi"]) {
    expect(fieldsOf({ trace_type })).toEqual([
      "access_key_id",
      "enterprise_project_id",
      "tracker_name",
      "source_ip",
    ]);
  }
});

test("a blank value offers nothing", () => {
  for (const blank of ["", " ", "\t\n"]) {
    const user = { name: blank, access_key_id: blank };
    const found = fieldsOf({ user, source_ip: blank, resource_id: blank, resource_name: blank });
    for (const field of ["user", "access_key_id", "source_ip", "resource_id", "resource_name"]) {
      expect(found).not.toContain(field);
    }
  }
  const ofSystem = fieldsOf({ user: undefined, source_ip: undefined });
  for (const field of ["user", "access_key_id", "source_ip"]) {
    expect(ofSystem).not.toContain(field);
  }
});

test("a trace status that nobody knows is no filter", () => {
  expect(cellValueOf(trace, "trace_rating")?.value).toBe("warning");
  expect(cellValueOf({ ...trace, trace_rating: "critical" }, "trace_rating")).toBeNull();
});

test("a key within the user has actions, a field of that name elsewhere has none", () => {
  expect(fieldsWithin("user")).toEqual(["user", "access_key_id"]);
  expect(fieldsWithin("resource_id")).toEqual(["resource_id"]);
  expect(fieldsWithin("source_ip")).toEqual(["source_ip"]);
  expect(fieldsWithin("access_key_id")).toEqual([]);
  expect(fieldsWithin("message")).toEqual([]);
});
