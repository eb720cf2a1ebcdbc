import { signInFailureSchema } from "@trace-console/contracts/sign-in";
import { expect, test } from "vitest";
import { failureOf, withoutFailure } from "./sign-in-failure.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";

const read = (search: string) => failureOf(new URLSearchParams(search));

test.each(signInFailureSchema.options)("the reason %s has a sentence of its own", (reason) => {
  expect(read(`sign_in=failed&reason=${reason}`)).toBe(reason);
  for (const { failures } of [texts.english, chinese]) {
    const same = Object.values(failures).filter((sentence) => sentence === failures[reason]);
    expect(same).toHaveLength(1);
  }
});

test("nothing of an address is shown as it is", () => {
  expect(read("sign_in=failed&reason=%3Cb%3E")).toBe("failed");
  expect(read("sign_in=failed")).toBe("failed");
  expect(read("reason=expired")).toBeUndefined();
  expect(read("")).toBeUndefined();
});

test("an address without the failure keeps the rest", () => {
  const params = new URLSearchParams("sign_in=failed&region=x&user=a&user=b&reason=expired");
  expect(withoutFailure(params).toString()).toBe("region=x&user=a&user=b");
});
