import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import type {
  AddressCounts,
  ExportOptions,
  ExportPiece,
  ListQuery,
  SummaryQuery,
  TracePage,
} from "../../trace-store.ts";
import type { Change } from "../log-view.ts";
import type { NumberedSummary } from "../numbered-summary.ts";
import type { SentError } from "./thread-errors.ts";

/** What a reading thread is asked. */
export type ReaderCall =
  | { readonly name: "list"; readonly query: ListQuery }
  | { readonly name: "summarize"; readonly query: SummaryQuery; readonly hasProgress: boolean }
  | { readonly name: "addresses"; readonly query: TraceQuery; readonly hasProgress: boolean }
  | {
      readonly name: "export";
      readonly query: TraceQuery;
      readonly form: Pick<ExportOptions, "formatter" | "sectionSize">;
    }
  /** What counts need is added up ahead, now and after each change. */
  | { readonly name: "prepare" };

export type ToReader =
  | { readonly type: "change"; readonly change: Change }
  | {
      readonly type: "call";
      readonly id: number;
      readonly project_id: string;
      readonly oldest: number;
      readonly call: ReaderCall;
    }
  /** Nobody waits for a call any more. */
  | { readonly type: "end"; readonly id: number }
  /** One more piece of an export may be sent. */
  | { readonly type: "more"; readonly id: number };

export type FromReader =
  | { readonly type: "page"; readonly id: number; readonly page: TracePage }
  | { readonly type: "summary"; readonly id: number; readonly summary: NumberedSummary }
  | {
      readonly type: "progress";
      readonly id: number;
      readonly partial: NumberedSummary;
      readonly share: number;
    }
  | {
      readonly type: "addresses";
      readonly id: number;
      readonly counts: AddressCounts;
      /** Of the work that is done, 0 to 1. */
      readonly share: number;
      readonly isDone: boolean;
    }
  | { readonly type: "piece"; readonly id: number; readonly piece: ExportPiece }
  | { readonly type: "done"; readonly id: number }
  | { readonly type: "error"; readonly id: number; readonly error: SentError };

/** Pieces of an export that may be under way at once. */
export const piecesAhead = 4;
