import type { Accounts } from "@trace-console/accounts/accounts";
import { isOpaqueId } from "@trace-console/contracts/ids";
import type { Trace } from "@trace-console/contracts/trace";
import type { ObsScope } from "@trace-console/intake/obs-path";

/** What the command line says about all traces. */
export interface ScopeFlags {
  readonly region: string | undefined;
  readonly project: string | undefined;
}

export type ScopeResult =
  | { readonly ok: true; readonly project_id: string }
  | { readonly ok: false; readonly reason: string };

const idOf = (value: unknown): string | undefined => (isOpaqueId(value) ? value : undefined);
/** Ids of projects as IAM gives them; a path may hold one in place of the name. */
const isIamId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/**
 * Says to which project a trace belongs: flags, else the place of its file, else the trace itself.
 * A place mostly gives no more than a name, which another account may use too: then the id in the
 * trace counts, and the name only for traces without one. A project that is not known yet is
 * registered in its region, which is found in the same way. A project never changes its region.
 */
export class TraceScopes {
  readonly flags: ScopeFlags;
  readonly #accounts: Accounts;
  /** The regions of the projects that were asked for. */
  readonly #regions = new Map<string, string>();

  constructor(accounts: Accounts, flags: ScopeFlags) {
    this.#accounts = accounts;
    this.flags = flags;
  }

  /** The region of a registered project. */
  #regionOf(project_id: string): string | undefined {
    const known = this.#regions.get(project_id) ?? this.#accounts.projects.find(project_id)?.region;
    if (known !== undefined) this.#regions.set(project_id, known);
    return known;
  }

  #projectNamed(name: string | undefined, region: string | undefined): string | undefined {
    const project = name === undefined ? undefined : this.#accounts.projects.findByName(name);
    return project !== undefined && project.region === region ? project.project_id : undefined;
  }

  /** The id of the project that a trace belongs to, or undefined when nothing says it. */
  projectOf(trace: Trace, { region, projectName }: ObsScope): string | undefined {
    if (this.flags.project !== undefined) return this.flags.project;
    if (projectName !== undefined && isIamId(projectName)) return projectName;
    return idOf(trace.project_id) ?? this.#projectNamed(projectName, region);
  }

  /** Why `--region` cannot be right for this project, or undefined when it can. */
  contradictionOf(project_id: string): string | undefined {
    const { region } = this.flags;
    const known = region === undefined ? undefined : this.#regionOf(project_id);
    return known === undefined || known === region
      ? undefined
      : `--region ${region} contradicts project ${project_id}, which lies in ${known}`;
  }

  /** Resolves the project of a trace, and registers it if it is new. */
  resolve(trace: Trace, path: ObsScope): ScopeResult {
    const project_id = this.projectOf(trace, path);
    if (project_id === undefined) {
      return { ok: false, reason: "its project is not known: pass --project ID" };
    }
    const said = this.flags.region ?? path.region;
    const region =
      this.#regionOf(project_id) ??
      this.#register(project_id, said ?? trace["region"], trace, path);
    if (region === undefined) {
      return {
        ok: false,
        reason: `the region of project ${project_id} is not known: pass --region ID`,
      };
    }
    return said === undefined || said === region
      ? { ok: true, project_id }
      : {
          ok: false,
          reason: `its place says ${said}, but project ${project_id} lies in ${region}: pass --region ${region}`,
        };
  }

  /** @returns the region in which the project now is. */
  #register(
    project_id: string,
    said: unknown,
    trace: Trace,
    { projectName }: ObsScope,
  ): string | undefined {
    const region = idOf(said);
    if (region === undefined) return undefined;
    const name = projectName === undefined || isIamId(projectName) ? region : projectName;
    const domain_id = idOf(trace.domain_id) ?? idOf(trace.user?.domain?.id);
    const registered = this.#accounts.projects.register({ project_id, region, name, domain_id });
    this.#regions.set(project_id, registered.region);
    return registered.region;
  }
}
