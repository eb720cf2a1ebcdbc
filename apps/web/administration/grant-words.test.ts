import { allProjects } from "@trace-console/contracts/permissions";
import { expect, test } from "vitest";
import { describeGrant, listPlaces } from "./grant-words.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";

const projects = [
  { project_id: "p1", name: "cn-north-4", region: "cn-north-4" },
  { project_id: "p2", name: "lab", region: "cn-north-4" },
  { project_id: "p3", name: "lab", region: "cn-east-3" },
];

test.each([
  ["p1", "CTS FullAccess in cn-north-4", "cn-north-4：CTS FullAccess"],
  [allProjects, "CTS FullAccess in all projects", "所有项目：CTS FullAccess"],
  ["p3", "CTS FullAccess in lab (p3)", "lab（p3）：CTS FullAccess"],
  ["gone", "CTS FullAccess in gone", "gone：CTS FullAccess"],
])("a role in %s is told as %s and as %s", (project_id, inEnglish, inChinese) => {
  const grant = { role: "CTS FullAccess", project_id } as const;
  expect(describeGrant(grant, projects, texts.english)).toBe(inEnglish);
  expect(describeGrant(grant, projects, chinese)).toBe(inChinese);
});

test("every project may be chosen once, and one that is not registered while it is chosen", () => {
  const registered = [
    { value: allProjects, label: "All projects" },
    { value: "p1", label: "cn-north-4" },
    { value: "p2", label: "lab (p2)" },
    { value: "p3", label: "lab (p3)" },
  ];
  for (const chosen of ["", allProjects, "p2"]) {
    expect(listPlaces(projects, chosen, texts.english)).toEqual(registered);
  }
  expect(listPlaces(projects, "gone", texts.english)).toEqual([
    ...registered,
    { value: "gone", label: "gone" },
  ]);
});
