import { expect, test } from "vitest";
import { expiryOf, mayHaveExpired } from "./expiry.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2024, 6, 3, 3, 26);

/** What is said of a trace that expires in so many ms. */
function expiryIn(left: number, t = texts.english.expiry) {
  return expiryOf(now + left - 7 * day, 7, now, t);
}

test.each([
  [day + 4 * hour, "Expires in 1 d 4 h", "将在 1 天 4 小时后过期"],
  [day + 5 * hour - 1, "Expires in 1 d 4 h", "将在 1 天 4 小时后过期"],
  [7 * day, "Expires in 7 d", "将在 7 天后过期"],
  [2 * day + 59 * minute, "Expires in 2 d", "将在 2 天后过期"],
  [day - 1, "Expires in 23 h", "将在 23 小时后过期"],
  [hour, "Expires in 1 h", "将在 1 小时后过期"],
])("%d ms before its end it says how long it is kept", (left, english, inChinese) => {
  expect(expiryIn(left)).toEqual({ text: english, isNear: false });
  expect(expiryIn(left, chinese.expiry)).toEqual({ text: inChinese, isNear: false });
});

test("the last hour is told as such, and so is the end", () => {
  for (const left of [hour - 1, minute, 1]) {
    expect(expiryIn(left)).toEqual({ text: "Expires within the hour", isNear: true });
  }
  expect(expiryIn(1, chinese.expiry).text).toBe("将在 1 小时内过期");
  for (const left of [0, -day]) {
    expect(expiryIn(left)).toEqual({ text: "Expired", isNear: true });
  }
});

test("as many days as are kept here", () => {
  expect(expiryOf(now - hour, 30, now, texts.english.expiry).text).toBe("Expires in 29 d 23 h");
});

test("a link may lead to an expired trace when its range begins before what is kept", () => {
  expect(mayHaveExpired(now - 7 * day - 1, 7, now)).toBe(true);
  expect(mayHaveExpired(now - 7 * day, 7, now)).toBe(false);
  expect(mayHaveExpired(now - hour, 7, now)).toBe(false);
});
