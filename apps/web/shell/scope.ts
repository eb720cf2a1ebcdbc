import type { Project, Regions } from "@trace-console/contracts/console-api";

export type RegionEntry = Regions["regions"][number];

/** What the region and project of the page's address stand for. */
export type Scope =
  | { readonly kind: "ready"; readonly region: RegionEntry; readonly project: Project }
  /** The address names no region: this one is the best to start with. */
  | { readonly kind: "default"; readonly region: string }
  | { readonly kind: "unknown-region"; readonly region: string }
  /** The user may read no project of this region. */
  | { readonly kind: "no-project"; readonly region: RegionEntry }
  | { readonly kind: "unknown-project"; readonly region: RegionEntry; readonly project: string }
  /** The user may read no project at all. */
  | { readonly kind: "no-projects" };

/** What a region is called; in English where the vendor shows no Chinese name. */
export function regionName(
  { name, name_zh = name }: Pick<RegionEntry, "name" | "name_zh">,
  language: "en" | "zh",
): string {
  return language === "zh" ? name_zh : name;
}

/** How many traces the readable projects of a region hold. */
export function traceCount(region: RegionEntry): number {
  return region.projects.reduce((sum, project) => sum + project.traces, 0);
}

/** The regions with the fullest ones first, then those with a readable project, then the others. */
export function sortRegions(regions: readonly RegionEntry[]): RegionEntry[] {
  return regions.toSorted(
    (a, b) =>
      traceCount(b) - traceCount(a) ||
      Number(b.projects.length > 0) - Number(a.projects.length > 0),
  );
}

/** Reads `region` and `project` from the page's parameters. */
export function resolveScope(regions: readonly RegionEntry[], params: URLSearchParams): Scope {
  const id = params.get("region") ?? "";
  // Whatever the address names: no other region would help.
  if (regions.every(({ projects }) => projects.length === 0)) return { kind: "no-projects" };
  if (id === "") {
    const first = sortRegions(regions)[0];
    return first === undefined ? { kind: "no-projects" } : { kind: "default", region: first.id };
  }
  const region = regions.find((entry) => entry.id === id);
  if (region === undefined) return { kind: "unknown-region", region: id };
  const [first] = region.projects;
  if (first === undefined) return { kind: "no-project", region };
  const wanted = params.get("project") ?? "";
  if (wanted === "") return { kind: "ready", region, project: first };
  const project = region.projects.find((entry) => entry.project_id === wanted);
  return project === undefined
    ? { kind: "unknown-project", region, project: wanted }
    : { kind: "ready", region, project };
}

// Filters by one thing that exists in one region only; a trace source or an operator may exist in
// every region, and stays.
const ofOneRegion = ["project", "view", "trace", "resource_id", "resource_name"];

/** The page's parameters for another region: all else stays as it is. */
export function withRegion(params: URLSearchParams, region: string): URLSearchParams {
  const changed = new URLSearchParams(params);
  for (const name of ofOneRegion) changed.delete(name);
  changed.set("region", region);
  return changed;
}

/** The page's parameters for another project of the same region. */
export function withProject(params: URLSearchParams, project: string | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  for (const name of ofOneRegion) changed.delete(name);
  if (project !== null) changed.set("project", project);
  return changed;
}

/** The part of the parameters that every page shares, as the query of a link. */
export function scopeSearch(params: URLSearchParams): string {
  const shared = new URLSearchParams();
  for (const name of ["region", "project"]) {
    const value = params.get(name);
    if (value !== null && value !== "") shared.set(name, value);
  }
  return shared.size === 0 ? "" : `?${shared}`;
}
