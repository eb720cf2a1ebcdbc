import { expect, it } from "vitest";
import { Slots } from "./slots.ts";

it("work beyond the limit is sent away, and work that has ended makes room", () => {
  const slots = new Slots(2, "exports");
  slots.take("ann");
  slots.take("ann");
  expect(() => slots.take("ben")).toThrow("2 exports are under way already");
  slots.free("ann");
  slots.take("ben");
  expect(() => slots.refuseWhenFull("ann")).toThrow("2 exports are under way already");
});

it("one user leaves places to others", () => {
  const slots = new Slots(3, "exports", 2);
  slots.take("ann");
  slots.take("ann");
  expect(() => slots.take("ann")).toThrow("2 of your exports are under way already");
  slots.take("ben");
  expect(() => slots.take("ben")).toThrow("3 exports are under way already");
  slots.free("ann");
  slots.take("ann");
});

it("work that fails gives its place back", async () => {
  const slots = new Slots(1, "searches");
  await expect(slots.run("ann", () => Promise.reject(new Error("no disk")))).rejects.toThrow(
    "no disk",
  );
  expect(await slots.run("ann", async () => "found")).toBe("found");
});
