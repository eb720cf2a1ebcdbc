import { expect, test } from "vitest";
import { groupsOf } from "./shortcut-groups.ts";
import { shortcuts } from "./shortcuts.ts";

test("every shortcut is in one group, in the order of all", () => {
  const grouped = groupsOf(shortcuts).flatMap(({ members }) => members);
  expect(grouped).toEqual(shortcuts);
});

test("a page without traces has no group for them", () => {
  const everywhere = shortcuts.filter(({ id }) => id === "help");
  expect(groupsOf(everywhere)).toEqual([{ group: "everywhere", members: everywhere }]);
});
