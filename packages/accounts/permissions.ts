import type { Project } from "@trace-console/contracts/console-api";
import {
  type Action,
  actionsOfRole,
  allProjects,
  type Grant,
} from "@trace-console/contracts/permissions";

/** A project and what somebody may do there. */
export interface GrantedProject {
  readonly project: Project;
  readonly actions: ReadonlySet<Action>;
}

/** What somebody may do. */
export interface Permissions {
  /** The projects in which they may do something. */
  readonly projects: readonly GrantedProject[];
  /** What they may do that no project confines. */
  readonly actions: ReadonlySet<Action>;
}

/** What roles allow in the registered projects. */
export function permissionsOf(
  grants: readonly Grant[],
  registered: readonly Project[],
): Permissions {
  const everywhere = actionsIn(grants, allProjects);
  const projects = registered.map((project) => ({
    project,
    actions: everywhere.union(actionsIn(grants, project.project_id)),
  }));
  return {
    projects: projects.filter(({ actions }) => [...actions].some(isOfProject)),
    actions: new Set([...everywhere].filter((action) => !isOfProject(action))),
  };
}

function actionsIn(grants: readonly Grant[], project_id: string): Set<Action> {
  const ofProject = grants.filter((grant) => grant.project_id === project_id);
  return new Set(ofProject.flatMap(({ role }) => actionsOfRole[role]));
}

function isOfProject(action: Action): boolean {
  return action.startsWith("cts:");
}
