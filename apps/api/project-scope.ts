import type { GrantedProject } from "@trace-console/accounts/permissions";
import type { ProjectAction } from "@trace-console/contracts/permissions";

/**
 * Leave to do something in one project. Traces are read by this and not by an id, so that no route
 * can read what nobody has allowed.
 */
export class ProjectScope {
  readonly #project_id: string;

  private constructor(project_id: string) {
    this.#project_id = project_id;
  }

  /** @returns undefined when the action is not allowed there. */
  static of({ project, actions }: GrantedProject, may: ProjectAction): ProjectScope | undefined {
    return actions.has(may) ? new ProjectScope(project.project_id) : undefined;
  }

  get project_id(): string {
    return this.#project_id;
  }
}
