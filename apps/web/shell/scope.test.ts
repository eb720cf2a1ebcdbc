import { expect, test } from "vitest";
import { resolveScope, scopeSearch, sortRegions, withProject, withRegion } from "./scope.ts";
import type { RegionEntry } from "./scope.ts";

function region(id: string, ...traces: number[]): RegionEntry {
  return {
    id,
    name: id.toUpperCase(),
    projects: traces.map((count, index) => ({
      project_id: `${id}-${index}`,
      name: id,
      region: id,
      traces: count,
    })),
  };
}

const regions = [region("none"), region("empty", 0), region("few", 5), region("many", 1, 90)];

function resolve(text: string) {
  return resolveScope(regions, new URLSearchParams(text));
}

test("regions with most traces come first, then those with a project, then the others", () => {
  expect(sortRegions(regions).map(({ id }) => id)).toEqual(["many", "few", "empty", "none"]);
});

test("without a region in the address the fullest one is the start", () => {
  expect(resolve("")).toEqual({ kind: "default", region: "many" });
});

test("a user without any project is told so", () => {
  for (const text of ["", "region=none", "region=mars&project=p"]) {
    expect(resolveScope([region("none")], new URLSearchParams(text))).toEqual({
      kind: "no-projects",
    });
  }
});

test("a region stands for its first project unless another one is named", () => {
  expect(resolve("region=many")).toMatchObject({
    kind: "ready",
    project: { project_id: "many-0" },
  });
  expect(resolve("region=many&project=many-1")).toMatchObject({
    kind: "ready",
    project: { project_id: "many-1" },
  });
});

test("a region or project that does not exist, or is not readable, is named", () => {
  expect(resolve("region=mars")).toEqual({ kind: "unknown-region", region: "mars" });
  expect(resolve("region=none")).toMatchObject({ kind: "no-project" });
  expect(resolve("region=few&project=many-1")).toMatchObject({
    kind: "unknown-project",
    project: "many-1",
  });
});

test("another region keeps time and filters, but no project and no single resource", () => {
  const params = new URLSearchParams(
    "region=few&project=p&view=v&range=1d&from=1&to=2&user=a&service_type=S&resource_id=i&resource_name=n",
  );
  expect(withRegion(params, "many").toString()).toBe(
    "region=many&range=1d&from=1&to=2&user=a&service_type=S",
  );
});

test("another project of the region drops single resources", () => {
  const params = new URLSearchParams("region=few&resource_id=i&user=a");
  expect(withProject(params, "p").toString()).toBe("region=few&user=a&project=p");
  expect(withProject(params, null).toString()).toBe("region=few&user=a");
});

test("links to other pages carry region and project alone", () => {
  expect(scopeSearch(new URLSearchParams("from=1&region=few&user=a"))).toBe("?region=few");
  expect(scopeSearch(new URLSearchParams("from=1"))).toBe("");
});
