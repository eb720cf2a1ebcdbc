import { createHash, randomUUID } from "node:crypto";
import { ApiError } from "@trace-console/contracts/errors";
import type {
  CreatedExport,
  ExportFailure,
  ExportFormat,
  ExportManifest,
  ExportProgress,
  TableForm,
} from "@trace-console/contracts/export-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type { ExportPiece } from "@trace-console/trace-store/trace-store";
import { ClientGoneError } from "../send-stream.ts";
import { exportFileName, isoTime } from "./file-formats.ts";

/** What somebody wants to have exported. */
export interface ExportOrder {
  readonly user: string;
  readonly project_id: string;
  readonly region: string;
  readonly query: TraceQuery;
  readonly format: ExportFormat;
  readonly form: TableForm;
  /** How many traces matched when it was made; undefined where that is not known at once. */
  readonly total: number | undefined;
}

/** One export: what it is of, how far it is, and what its file was in the end. */
export class TraceExport {
  readonly export_id: string = randomUUID();
  readonly order: ExportOrder;
  readonly #clock: () => number;
  readonly #hash = createHash("sha256");
  #state: ExportProgress["state"] = "waiting";
  #reason: ExportFailure | undefined;
  #traces = 0;
  #bytes = 0;
  #sha256: string | undefined;
  #started: number;
  #ended: number;
  #breakOff = () => {};

  constructor(order: ExportOrder, clock: () => number) {
    this.order = order;
    this.#clock = clock;
    this.#started = clock();
    this.#ended = this.#started;
  }

  get isRunning(): boolean {
    return this.#state === "running";
  }

  /** When it was made or, later, ended: ms since 1970. */
  get changedAt(): number {
    return this.#ended;
  }

  /**
   * The file is being sent from now on.
   * @param breakOff ends the sending so that nobody takes the file for whole.
   * @throws ApiError 409 `TC.0409` when it has been asked for before: each file is made once.
   */
  begin(breakOff: () => void): void {
    if (this.#state !== "waiting") {
      throw conflict(`The file of this export is not there any more: it is ${this.#state}.`);
    }
    this.#state = "running";
    this.#started = this.#clock();
    this.#breakOff = breakOff;
  }

  /** Counts the traces on their way into the file. */
  async *countTraces(pieces: AsyncIterable<ExportPiece>): AsyncGenerator<ExportPiece> {
    for await (const piece of pieces) {
      this.#traces += piece.traces;
      yield piece;
    }
  }

  /** Counts and hashes the bytes on their way to the client. */
  async *countBytes(file: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
    try {
      for await (const bytes of file) {
        this.#hash.update(bytes);
        this.#bytes += Buffer.byteLength(bytes);
        yield bytes;
      }
      this.#sha256 = this.#hash.digest("hex");
    } catch (error) {
      if (!(error instanceof ClientGoneError)) this.fail("not read");
      throw error;
    }
  }

  /** The reply has been handed on to its end, or its connection is gone. */
  settle(isSent: boolean): void {
    if (isSent && this.#sha256 !== undefined) this.#end("complete");
    else this.fail("broken off");
  }

  fail(reason: ExportFailure): void {
    if (this.#end("failed")) this.#reason = reason;
  }

  /** Ends it, and the sending of its file. One that has ended stays as it is. */
  cancel(): void {
    if (this.#end("cancelled")) this.#breakOff();
  }

  created(): CreatedExport {
    const { query, format, total } = this.order;
    const { export_id } = this;
    return { export_id, file_name: exportFileName(query, format), total };
  }

  progress(): ExportProgress {
    return {
      ...this.created(),
      state: this.#state,
      reason: this.#reason,
      traces: this.#traces,
      bytes: this.#bytes,
      sha256: this.#state === "complete" ? this.#sha256 : undefined,
    };
  }

  /** @throws ApiError 409 `TC.0409` unless the file is complete. */
  manifest(): ExportManifest {
    if (this.#state !== "complete" || this.#sha256 === undefined) {
      throw conflict(`Only a complete export has a manifest: this one is ${this.#state}.`);
    }
    const { user, project_id, region, query, format, form } = this.order;
    const { file_name } = this.created();
    return {
      file_name,
      format,
      bytes: this.#bytes,
      sha256: this.#sha256,
      traces: this.#traces,
      ...(format === "ndjson" ? {} : form),
      region,
      project_id,
      query,
      time_range: { from: isoTime(query.from), to: isoTime(query.to) },
      order: "time descending, trace_id descending",
      export_id: this.export_id,
      exported_by: user,
      started_at: isoTime(this.#started),
      completed_at: isoTime(this.#ended),
    };
  }

  /** @returns false when it had ended before. */
  #end(state: "complete" | "failed" | "cancelled"): boolean {
    if (this.#state !== "waiting" && this.#state !== "running") return false;
    this.#state = state;
    this.#ended = this.#clock();
    return true;
  }
}

function conflict(what: string): ApiError {
  return new ApiError("TC.0409", { detail: `${what} Export again.` });
}
