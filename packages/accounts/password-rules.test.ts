import { expect, it } from "vitest";
import { explainPassword } from "./password-rules.ts";

it("passwords are long enough, longer for administrators, and as long as anybody wants", () => {
  expect(explainPassword("Gn7-qz§", "ann", false)).toContain("at least 8");
  expect(explainPassword("Gn7-qz§x", "ann", false)).toBeUndefined();
  expect(explainPassword("Gn7-qz§x", "ann", true)).toContain("at least 15");
  expect(explainPassword("correct horse battery", "ann", true)).toBeUndefined();
  expect(explainPassword("密".repeat(8), "ann", false)).toBeUndefined();
  expect(explainPassword("x y ".repeat(256), "ann", true)).toBeUndefined();
  expect(explainPassword("x y ".repeat(257), "ann", true)).toContain("at most 1024");
});

it("neither the user's name nor what everybody guesses first is a password", () => {
  expect(explainPassword("Annabelle-1970", "annabelle", false)).toContain("user name");
  for (const password of ["password", "Password1", "12345678", "qwertyuiop"]) {
    expect(explainPassword(password, "ann", false)).toContain("guessed first");
  }
});
