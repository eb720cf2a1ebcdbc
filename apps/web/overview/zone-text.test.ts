import { afterEach, expect, test, vi } from "vitest";
import { zoneText } from "./zone-text.ts";

const at = Date.UTC(2024, 6, 3);

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the zone of the browser is told by its offset, another one by its name as well", () => {
  vi.stubEnv("TZ", "Asia/Shanghai");
  expect(zoneText("local", at)).toBe("GMT+08:00");
  expect(zoneText("Europe/Berlin", at)).toBe("GMT+02:00 (Europe/Berlin)");
  expect(zoneText("UTC", at)).toBe("UTC");
});
