import { expect, test } from "vitest";
import { ConfigError, readDataConfig } from "./data-config.ts";

test("without settings, data lies in data/ and traces are kept seven days", () => {
  expect(readDataConfig({})).toEqual({ dataDir: "data", retentionDays: 7 });
  expect(readDataConfig({ DATA_DIR: "", RETENTION_DAYS: "" })).toEqual({
    dataDir: "data",
    retentionDays: 7,
  });
});

test("both can be set", () => {
  expect(readDataConfig({ DATA_DIR: "/srv/traces", RETENTION_DAYS: "36500" })).toEqual({
    dataDir: "/srv/traces",
    retentionDays: 36_500,
  });
});

test.each(["0", "-1", "1.5", "7 days", "36501", "1e3", "٧"])(
  "RETENTION_DAYS=%s is refused by name",
  (RETENTION_DAYS) => {
    const read = (): unknown => readDataConfig({ RETENTION_DAYS });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      `RETENTION_DAYS must be a whole number of days from 1 to 36500, not "${RETENTION_DAYS}".`,
    );
  },
);
