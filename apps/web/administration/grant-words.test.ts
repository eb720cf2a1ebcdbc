import { allProjects } from "@trace-console/contracts/permissions";
import { expect, test } from "vitest";
import { describeGrant, listPlaces } from "./grant-words.ts";

const projects = [
  { project_id: "p1", name: "cn-north-4", region: "cn-north-4" },
  { project_id: "p2", name: "lab", region: "cn-north-4" },
  { project_id: "p3", name: "lab", region: "cn-east-3" },
];

test.each([
  ["p1", "CTS FullAccess in cn-north-4"],
  [allProjects, "CTS FullAccess in all projects"],
  ["p3", "CTS FullAccess in lab (p3)"],
  ["gone", "CTS FullAccess in gone"],
])("a role in %s is told as %s", (project_id, words) => {
  expect(describeGrant({ role: "CTS FullAccess", project_id }, projects)).toBe(words);
});

test("every project may be chosen once, and one that is not registered while it is chosen", () => {
  const registered = [
    { value: allProjects, label: "All projects" },
    { value: "p1", label: "cn-north-4" },
    { value: "p2", label: "lab (p2)" },
    { value: "p3", label: "lab (p3)" },
  ];
  for (const chosen of ["", allProjects, "p2"]) {
    expect(listPlaces(projects, chosen)).toEqual(registered);
  }
  expect(listPlaces(projects, "gone")).toEqual([...registered, { value: "gone", label: "gone" }]);
});
