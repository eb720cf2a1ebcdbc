import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type {
  AddressCounts,
  Conflicts,
  ExportOptions,
  ExportPiece,
  ListQuery,
  Operation,
  StoredTrace,
  Summary,
  SummaryQuery,
  TracePage,
  TraceStore,
  Watch,
} from "@trace-console/trace-store/trace-store";
import type { ProjectScope } from "./project-scope.ts";

/** The traces as routes read them: only with leave to, in one project. */
export class ScopedTraces {
  readonly #store: TraceStore;

  constructor(store: TraceStore) {
    this.#store = store;
  }

  list({ project_id }: ProjectScope, query: ListQuery, watch?: Watch): Promise<TracePage> {
    return this.#store.list(project_id, query, watch);
  }

  find({ project_id }: ProjectScope, trace_id: string): Promise<StoredTrace | undefined> {
    return this.#store.find(project_id, trace_id);
  }

  findConflicts({ project_id }: ProjectScope, trace_id: string): Promise<Conflicts | undefined> {
    return this.#store.findConflicts(project_id, trace_id);
  }

  findOriginal({ project_id }: ProjectScope, trace_id: string): Promise<Uint8Array | undefined> {
    return this.#store.findOriginal(project_id, trace_id);
  }

  summarize({ project_id }: ProjectScope, query: SummaryQuery, watch?: Watch): Promise<Summary> {
    return this.#store.summarize(project_id, query, watch);
  }

  countAddresses(
    { project_id }: ProjectScope,
    query: TraceQuery,
    watch?: Watch<AddressCounts>,
  ): Promise<AddressCounts> {
    return this.#store.countAddresses(project_id, query, watch);
  }

  exportTraces(
    { project_id }: ProjectScope,
    query: TraceQuery,
    options?: ExportOptions,
  ): AsyncIterable<ExportPiece> {
    return this.#store.exportTraces(project_id, query, options);
  }

  listOperations({ project_id }: ProjectScope): Promise<readonly Operation[]> {
    return this.#store.listOperations(project_id);
  }

  listOperators({ project_id }: ProjectScope): Promise<readonly string[]> {
    return this.#store.listOperators(project_id);
  }
}
