import type { Projects } from "@trace-console/accounts/projects";
import type { Project } from "@trace-console/contracts/console-api";
import type { AnnouncedTraces } from "@trace-console/notifications/announced-traces";
import type { TraceStore } from "@trace-console/trace-store/trace-store";
import { type AuditEvent, writeAuditTrace } from "./audit-trace.ts";

/**
 * What was done with this installation, as traces of service `CTS` among all others. It does not
 * ask whether the project's management tracker is enabled: this record cannot be switched off.
 */
export class AuditLog {
  readonly #store: TraceStore;
  readonly #projects: Projects;
  readonly #announced: Pick<AnnouncedTraces, "store">;
  readonly #onProblem: (problem: unknown) => void;

  /** @param onProblem told when an event could not be stored. */
  constructor(
    store: TraceStore,
    projects: Projects,
    announced: Pick<AnnouncedTraces, "store">,
    onProblem: (problem: unknown) => void,
  ) {
    this.#store = store;
    this.#projects = projects;
    this.#announced = announced;
    this.#onProblem = onProblem;
  }

  /**
   * Stores an event in each of some projects. One that belongs to none, such as a change of
   * somebody's roles, is stored in the project that was registered first. It never fails: nobody
   * must be kept from signing in to look at a full disk.
   */
  async record(event: AuditEvent, projects: readonly Project[]): Promise<void> {
    try {
      const concerned = projects.length > 0 ? projects : this.#projects.listByAge().slice(0, 1);
      if (concerned.length === 0) {
        throw new Error(`${event.trace_name} is not recorded: no project is registered yet`);
      }
      await Promise.all(concerned.map((project) => this.#recordIn(project, event)));
    } catch (error) {
      this.#onProblem(error);
    }
  }

  async #recordIn(project: Project, event: AuditEvent): Promise<void> {
    const trace = writeAuditTrace(event, project);
    const { project_id } = project;
    const wire = JSON.stringify(trace);
    await this.#announced.store(project_id, [trace], () =>
      this.#store.append(project_id, [{ trace, wire, original: undefined }]),
    );
  }
}
