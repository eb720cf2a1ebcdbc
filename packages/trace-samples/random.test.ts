import { expect, test } from "vitest";
import { Random, hashText } from "./random.ts";

test("the same seed draws the same values, neighbouring seeds draw others", () => {
  const draw = (seed: number) => {
    const random = new Random(seed);
    return [random.uint32(), random.int(1000), random.uuid(), random.hex(12), random.chance(0.5)];
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(2)).not.toEqual(draw(1));
  expect(hashText("a")).not.toBe(hashText("b"));
});

test("values keep to their forms and bounds", () => {
  const random = new Random(9);
  for (let round = 0; round < 2000; round += 1) {
    expect(random.uuid()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(random.alphanumeric(17)).toMatch(/^[0-9A-Z]{17}$/);
    for (const length of [4, 12, 32]) expect(random.hex(length)).toHaveLength(length);
    const value = random.between(3, 5);
    expect(value >= 3 && value <= 5).toBe(true);
  }
});

test("the first of a list are drawn most, the last still at times", () => {
  const random = new Random(4);
  const counts = new Map<number, number>();
  const values = Array.from({ length: 40 }, (_, index) => index);
  for (let round = 0; round < 20_000; round += 1) {
    const value = random.pickFirst(values);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect(counts.size).toBe(40);
  expect(counts.get(0) ?? 0).toBeGreaterThan(10 * (counts.get(39) ?? 0));
  expect(() => random.pick([])).toThrow(RangeError);
});
