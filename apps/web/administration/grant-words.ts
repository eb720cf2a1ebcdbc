import type { Project } from "@trace-console/contracts/console-api";
import { allProjects } from "@trace-console/contracts/permissions";
import type { Grant } from "@trace-console/contracts/permissions";
import type { texts } from "./texts.ts";

type Words = typeof texts.english;

/** A project by its name, and its id where the name does not tell which one is meant. */
function nameProject(id: string, projects: readonly Project[], t: Words): string {
  const name = projects.find(({ project_id }) => project_id === id)?.name;
  if (name === undefined) return id;
  const isUnique = projects.filter((project) => project.name === name).length === 1;
  return isUnique ? name : t.nameWithId(name, id);
}

/** A role and where it holds, in words. */
export function describeGrant(
  { role, project_id }: Grant,
  projects: readonly Project[],
  t: Words,
): string {
  return project_id === allProjects
    ? t.roles.inAll(role)
    : t.roles.inProject(role, nameProject(project_id, projects, t));
}

/**
 * Where a role may hold: in all projects, or in one that is registered. `chosen` is among them
 * even when it is not registered; empty, it stands for none.
 */
export function listPlaces(
  projects: readonly Project[],
  chosen: string,
  t: Words,
): { value: string; label: string }[] {
  const ids = new Set([...projects.map(({ project_id }) => project_id), chosen]);
  ids.delete(allProjects);
  ids.delete("");
  return [
    { value: allProjects, label: t.roles.allProjects },
    ...[...ids].map((id) => ({ value: id, label: nameProject(id, projects, t) })),
  ];
}
