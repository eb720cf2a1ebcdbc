import { expect, it } from "vitest";
import { hashPassword, TooBusyError, verifyPassword } from "./password.ts";

it("a crowd of sign-ins waits in turn, and what cannot wait is told so", async () => {
  const hash = await hashPassword("pw");
  const results = await Promise.allSettled(
    Array.from({ length: 70 }, () => verifyPassword("pw", hash)),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(4);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(TooBusyError);
  expect(await verifyPassword("pw", hash)).toBe(true);
}, 30_000);
