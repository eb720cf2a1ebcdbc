import { allProjects } from "@trace-console/contracts/permissions";
import { expect, test } from "vitest";
import { draftGrants, toGrants, withNewGrant, withRole } from "./draft-grants.ts";
import type { DraftGrant } from "./draft-grants.ts";

test("roles are sent as they came, and new ones are told apart from those before", () => {
  const grants = [
    { role: "CTS FullAccess", project_id: "p1" },
    { role: "CTS ReadOnlyAccess", project_id: allProjects },
  ] as const;
  expect(toGrants(draftGrants(grants))).toEqual(grants);
  const more = withNewGrant(withNewGrant(draftGrants(grants)));
  expect(new Set(more.map(({ key }) => key)).size).toBe(4);
  expect(toGrants(more).at(-1)).toEqual({ role: "CTS ReadOnlyAccess", project_id: "" });
});

test("the role of our own holds everywhere, any other where it was", () => {
  const draft: DraftGrant = { key: 1, role: "CTS ReadOnlyAccess", project_id: "p1" };
  expect(withRole(draft, "CTS FullAccess")).toEqual({ ...draft, role: "CTS FullAccess" });
  expect(withRole(draft, "Trace Console Administrator").project_id).toBe(allProjects);
});
