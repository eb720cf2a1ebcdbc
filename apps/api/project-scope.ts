import type { GrantedProject } from "@trace-console/accounts/permissions";
import type { ProjectAction } from "@trace-console/contracts/permissions";

/** Made once for each grant: every request needs one. */
const scopes = new WeakMap<GrantedProject, ProjectScope>();

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
  static of(granted: GrantedProject, may: ProjectAction): ProjectScope | undefined {
    if (!granted.actions.has(may)) return undefined;
    const known = scopes.get(granted);
    if (known !== undefined) return known;
    const made = new ProjectScope(granted.project.project_id);
    scopes.set(granted, made);
    return made;
  }

  get project_id(): string {
    return this.#project_id;
  }
}
