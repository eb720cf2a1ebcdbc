import type { MessagePort } from "node:worker_threads";
import type { SharedSegment } from "../log-view.ts";
import type { NewBatch } from "../new-batch.ts";
import type { VerdictCodes } from "../verdict-codes.ts";
import type { WriterOptions } from "../writer.ts";
import type { SentError } from "./thread-errors.ts";

/** What a writing thread is told first. */
export interface WriterData {
  readonly options: WriterOptions;
  /** What is in memory of the segments that there are. */
  readonly lent: readonly SharedSegment[];
  /** Takes the segments that the writer makes, as `SharedSegment[]`. */
  readonly made: MessagePort;
}

export type ToWriter =
  | { readonly type: "start"; readonly data: WriterData }
  | { readonly type: "append"; readonly batches: readonly NewBatch[] }
  | { readonly type: "expire"; readonly now: number }
  | { readonly type: "lend"; readonly segments: readonly SharedSegment[] }
  | { readonly type: "close" };

export type FromWriter =
  | {
      readonly type: "appended";
      /** For each batch. */
      readonly verdicts: readonly VerdictCodes[];
    }
  | { readonly type: "expired"; readonly days: number[] }
  | { readonly type: "closed" }
  | { readonly type: "error"; readonly error: SentError }
  /** No answer: something that nobody has asked for went wrong. */
  | { readonly type: "problem"; readonly problem: SentError };

/** What a sealing thread is asked. */
export interface ToSealer {
  readonly inputs: readonly SharedSegment[];
  readonly path: string;
  readonly names: Uint8Array;
}

export type FromSealer =
  | { readonly type: "sealed"; readonly head: SharedArrayBuffer }
  | { readonly type: "error"; readonly error: SentError };
