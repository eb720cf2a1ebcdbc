import { expect, it } from "vitest";
import { SignInThrottle } from "./sign-in-throttle.ts";

const second = 1000;
const minute = 60 * second;

function openThrottle() {
  const time = { now: Date.UTC(2026, 2, 11) };
  const throttle = new SignInThrottle(() => time.now);
  /** Tries as often as it may for so long. @returns how often. */
  const tryFor = (ms: number, user: () => string, address: () => string, isKnown = false) => {
    let attempts = 0;
    for (const end = time.now + ms; time.now < end;) {
      const wait = throttle.attempt(user(), address(), isKnown);
      if (wait === 0) attempts += 1;
      else time.now += Math.min(wait, second);
    }
    return attempts;
  };
  return { time, throttle, tryFor };
}

it("an account is tried ten times in five minutes at most, from wherever", () => {
  const { tryFor } = openThrottle();
  let address = 0;
  const elsewhere = () => {
    address += 1;
    return `192.0.2.${address}`;
  };
  const attempts = tryFor(5 * minute - 1, () => "ann", elsewhere);
  expect(attempts).toBeGreaterThan(5);
  expect(attempts).toBeLessThanOrEqual(10);
});

it("each attempt after the third waits twice as long as the one before", () => {
  const { time, throttle } = openThrottle();
  const waits: number[] = [];
  for (let attempts = 0; attempts < 6;) {
    const wait = throttle.attempt("ann", "192.0.2.1", false);
    if (wait > 0) waits.push(wait);
    else attempts += 1;
    time.now += wait;
  }
  expect(waits).toEqual([1 * second, 2 * second, 4 * second]);
});

it("an address tries thirty times in a minute at most, whatever the accounts", () => {
  const { tryFor } = openThrottle();
  let user = 0;
  const attempts = tryFor(
    minute - 1,
    () => {
      user += 1;
      return `user ${user}`;
    },
    () => "192.0.2.1",
  );
  expect(attempts).toBe(30);
});

it("guessing elsewhere keeps nobody out who is signed in already", () => {
  const { throttle, tryFor } = openThrottle();
  let address = 0;
  tryFor(
    4 * minute,
    () => "ann",
    () => {
      address += 1;
      return `198.51.100.${address}`;
    },
  );
  expect(throttle.attempt("ann", "203.0.113.1", false)).toBeGreaterThan(0);
  expect(throttle.attempt("ann", "192.0.2.1", true)).toBe(0);
});

it("a right password ends the waiting", () => {
  const { throttle } = openThrottle();
  for (let attempt = 0; attempt < 3; attempt += 1) throttle.attempt("ann", "192.0.2.1", false);
  expect(throttle.attempt("ann", "192.0.2.1", false)).toBeGreaterThan(0);
  throttle.succeed("ann", "192.0.2.1", false);
  expect(throttle.attempt("ann", "192.0.2.1", false)).toBe(0);
});
