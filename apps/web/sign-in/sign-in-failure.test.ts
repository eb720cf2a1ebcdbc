import { signInFailureSchema } from "@trace-console/contracts/sign-in";
import { expect, test } from "vitest";
import { explainFailure, withoutFailure } from "./sign-in-failure.ts";

const explain = (search: string) => explainFailure(new URLSearchParams(search));

test.each(signInFailureSchema.options)("the reason %s has a sentence of its own", (reason) => {
  const others = signInFailureSchema.options.filter((other) => other !== reason);
  const told = explain(`sign_in=failed&reason=${reason}`);
  expect(told).toMatch(/^[A-Z].*\.$/);
  for (const other of others) expect(explain(`sign_in=failed&reason=${other}`)).not.toBe(told);
});

test("nothing of an address is shown as it is", () => {
  const failed = explain("sign_in=failed&reason=failed");
  expect(explain("sign_in=failed&reason=%3Cb%3E")).toBe(failed);
  expect(explain("sign_in=failed")).toBe(failed);
  expect(explain("reason=expired")).toBeUndefined();
  expect(explain("")).toBeUndefined();
});

test("an address without the failure keeps the rest", () => {
  const params = new URLSearchParams("sign_in=failed&region=x&user=a&user=b&reason=expired");
  expect(withoutFailure(params).toString()).toBe("region=x&user=a&user=b");
});
