import { expect, it } from "vitest";
import { AddressTally } from "./address-tally.ts";

it("counts each address, more frequent ones first, then by value", () => {
  const tally = new AddressTally(10);
  for (const address of ["b", "c", undefined, "a", "c", "", "__proto__"]) tally.add(address);
  expect(tally.counts()).toEqual({
    addresses: [
      { value: "c", count: 2 },
      { value: "__proto__", count: 1 },
      { value: "a", count: 1 },
      { value: "b", count: 1 },
    ],
    others: 0,
  });
});

it("when there is no room for more, the counts of those that are there stay exact", () => {
  const tally = new AddressTally(2);
  for (const address of ["a", "b", "c", "a", "d", "c", "b", "a"]) tally.add(address);
  expect(tally.counts()).toEqual({
    addresses: [
      { value: "a", count: 3 },
      { value: "b", count: 2 },
    ],
    others: 3,
  });
});
