import { expect, test } from "vitest";
import { withZone, zoneOf } from "./zone-param.ts";

test.each([
  ["", "local", "local"],
  ["", "UTC", "UTC"],
  ["zone=Asia/Shanghai", "UTC", "Asia/Shanghai"],
  ["zone=local", "UTC", "local"],
  ["zone=Mars/Olympus", "UTC", "UTC"],
  ["zone=", "UTC", "UTC"],
  ["zone=Mars/Olympus", "Nowhere", "local"],
])("an address with %j shows whoever chose %s the times of %s", (text, chosen, zone) => {
  expect(zoneOf(new URLSearchParams(text), chosen)).toBe(zone);
});

test("a zone is put into the address and taken out of it, and all else stays", () => {
  const params = new URLSearchParams("from=1&to=2");
  const named = withZone(params, "Asia/Shanghai");
  expect(named.toString()).toBe("from=1&to=2&zone=Asia%2FShanghai");
  expect(withZone(named, "UTC").toString()).toBe("from=1&to=2&zone=UTC");
  expect(withZone(named, "local").toString()).toBe("from=1&to=2");
});
