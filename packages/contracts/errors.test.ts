import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ApiError, errorCatalogue } from "./errors.ts";

it("docs/errors.md holds every error of the catalogue and no other", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "errors.md"), "utf8");
  const documented = page
    .split("\n")
    .filter((line) => /^\| (CTS|APIGW|TC)\./.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, code, status, advice]) => [code, Number(status), advice]);
  const known = Object.entries(errorCatalogue).map(([code, { status, advice }]) => [
    code,
    status,
    advice,
  ]);
  expect(documented).toEqual(known);
});

it("an error without a detail says what to do", () => {
  expect(new ApiError("TC.0413").message).toBe("Send a smaller body.");
});
