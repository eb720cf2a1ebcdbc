import { notFound } from "@trace-console/contracts/errors";
import { keptExportMs, keptExportsPerUser } from "../limits.ts";
import { type ExportOrder, TraceExport } from "./trace-export.ts";

/** The exports that are known, in memory: how far they are, and what became of them. */
export class Exports {
  readonly #clock: () => number;
  /** By id, oldest first. */
  readonly #known = new Map<string, TraceExport>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Makes one; its file is read when it is asked for. The user's oldest gives way. */
  create(order: ExportOrder): TraceExport {
    this.#forgetOld();
    const own = [...this.#known.values()].filter(({ order: { user } }) => user === order.user);
    const mayGo = own.filter(({ isRunning }) => !isRunning);
    for (const { export_id } of mayGo.slice(0, Math.max(0, own.length - keptExportsPerUser + 1))) {
      this.#known.delete(export_id);
    }
    const made = new TraceExport(order, this.#clock);
    this.#known.set(made.export_id, made);
    return made;
  }

  /**
   * An export that this user has made in this project.
   * @throws ApiError 404 `CTS.0300` for any other.
   */
  find(user: string, project_id: string, export_id: string): TraceExport {
    this.#forgetOld();
    const found = this.#known.get(export_id);
    if (found?.order.user !== user || found.order.project_id !== project_id) throw notFound();
    return found;
  }

  #forgetOld(): void {
    for (const [export_id, { isRunning, changedAt }] of this.#known) {
      if (!isRunning && changedAt + keptExportMs < this.#clock()) this.#known.delete(export_id);
    }
  }
}
