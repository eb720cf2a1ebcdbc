import type { Accounts } from "@trace-console/accounts/accounts";
import { type Trace, traceKind } from "@trace-console/contracts/trace";
import type { TrackerState } from "@trace-console/trackers/open-trackers";

/** Whether projects record management traces, each looked up once. */
export class TrackerStates {
  readonly #accounts: Accounts;
  readonly #state: TrackerState;
  readonly #isEnabled = new Map<string, boolean>();

  constructor(accounts: Accounts, state: TrackerState) {
    this.#accounts = accounts;
    this.#state = state;
  }

  /** Why a project does not take a trace; undefined when it does. */
  refusalOf(project_id: string, trace: Trace): string | undefined {
    if (traceKind(trace) === "data" || this.#isRecording(project_id)) return undefined;
    return `CTS is disabled in project ${project_id}: enable its tracker system`;
  }

  #isRecording(project_id: string): boolean {
    const known = this.#isEnabled.get(project_id);
    if (known !== undefined) return known;
    const project = this.#accounts.projects.find(project_id);
    const isEnabled = project === undefined || this.#state.trackers.isEnabled(project);
    this.#isEnabled.set(project_id, isEnabled);
    return isEnabled;
  }
}
