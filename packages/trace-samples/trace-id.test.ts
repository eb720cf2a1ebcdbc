import { expect, test } from "vitest";
import { buildTraceId, readTraceIdTime } from "./trace-id.ts";

test("the clock of an id is read back for each millisecond, also where its low part runs over", () => {
  for (let step = 0; step < 3000; step += 1) {
    // 429,496.7 s is how long the low 32 bits of the clock last.
    const time = 1_780_128_000_000 + step * 142_957 + (step % 7);
    for (const ticks of [0, 9999]) {
      expect(readTraceIdTime(buildTraceId(time, ticks, 5, "0242ac110003"))).toBe(time);
    }
  }
});

test("an id of CTS is read with a clock close to the trace's time", () => {
  const time = readTraceIdTime("cbdd4480-2e03-11ef-82de-cf140e2a70fb");
  expect(Math.abs(time - 1_718_777_931_170)).toBeLessThan(100);
});
