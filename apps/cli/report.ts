import type { Place } from "@trace-console/intake/split-values";

export type Verdict = "accepted" | "duplicate" | "conflict" | "expired" | "rejected";

/** What became of one value of a file. */
export interface TraceOutcome {
  readonly file: string;
  /** Among all values of the file, from 0. */
  readonly index: number;
  readonly place: Place;
  readonly trace_id: string | undefined;
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  /** Whether its time is ahead of the clock. */
  readonly ahead: boolean;
}

/** What became of one file. `refused`: nothing of it is stored, though it could be read. */
export interface FileOutcome {
  readonly file: string;
  readonly status: "imported" | "digest" | "broken" | "refused" | "ignored";
  readonly reason?: string | undefined;
  readonly place?: Place | undefined;
}

/** The counts of a whole import. `broken` counts refused files too, `files` all but ignored ones. */
export interface ImportSummary extends Readonly<Record<Verdict, number>> {
  readonly broken: number;
  readonly digests: number;
  readonly files: number;
  readonly seconds: number;
}

/** Who is told what becomes of traces and files, in their order. */
export interface Report {
  readonly trace: (outcome: TraceOutcome) => void;
  readonly file: (outcome: FileOutcome) => void;
  /** What goes wrong in the store while the import goes on, for the operator. */
  readonly problem: (message: string) => void;
  /** @param stopped why the import ended before its end, for people. */
  readonly end: (summary: ImportSummary, stopped: string | undefined) => void;
}

/** A report of one JSON object per line, for programs. */
export function buildJsonReport(print: (line: string) => void): Report {
  return {
    trace: ({ file, index, place, trace_id, verdict, reason, ahead }) => {
      const where = verdict === "rejected" ? place : {};
      print(
        JSON.stringify({
          file,
          index,
          trace_id,
          verdict,
          reason,
          ...where,
          ahead: ahead || undefined,
        }),
      );
    },
    file: ({ place, ...outcome }) => print(JSON.stringify({ ...outcome, ...place })),
    problem: (message) => print(JSON.stringify({ problem: message })),
    end: (summary, stopped) => print(JSON.stringify({ summary: { ...summary, stopped } })),
  };
}

/** Lines about single traces per file: what is wrong with one is mostly wrong with all. */
const shownPerFile = 10;

const formatCount = (count: number): string => count.toLocaleString("en");
const formatPlace = (place: Place | undefined): string =>
  place === undefined ? "" : ` (line ${place.line}, byte ${place.offset})`;

/** Text from outside for a terminal: control characters would move its cursor. */
const formatPlain = (text: string): string =>
  text.replaceAll(/\p{C}/gu, (character) => JSON.stringify(character).slice(1, -1) || "?");

function formatTotals(summary: ImportSummary): string[] {
  const rows: [string, number, string][] = [
    ["accepted", summary.accepted, "stored"],
    ["duplicate", summary.duplicate, "stored before, with the same content"],
    ["conflict", summary.conflict, "stored before with another content, which is kept"],
    ["expired", summary.expired, "older than the retention window"],
    ["rejected", summary.rejected, "not a trace, or of no known project"],
    ["broken files", summary.broken, "nothing of them is stored"],
    ["digest files", summary.digests, "hold no traces"],
  ];
  const width = Math.max(...rows.map(([, count]) => formatCount(count).length));
  return rows.map(
    ([label, count, meaning]) =>
      `  ${label.padEnd(13)} ${formatCount(count).padStart(width)}  ${meaning}`,
  );
}

/** A report for people: a line for what needs attention, then the totals. */
export function buildTextReport(print: (line: string) => void): Report {
  let told = 0;
  let untold = 0;
  let ahead = 0;
  const tellFile = (file: string, text: string): void => print(`${formatPlain(file)}: ${text}`);
  return {
    trace: (outcome) => {
      if (outcome.ahead) ahead++;
      if (outcome.verdict !== "rejected" && outcome.verdict !== "conflict") return;
      if (told >= shownPerFile) {
        untold++;
        return;
      }
      told++;
      const reason =
        outcome.verdict === "conflict"
          ? `conflict: trace ${outcome.trace_id} is stored with another content`
          : `rejected: ${outcome.reason}`;
      tellFile(
        outcome.file,
        `trace ${outcome.index + 1}${formatPlace(outcome.place)} ${formatPlain(reason)}`,
      );
    },
    file: ({ file, status, reason, place }) => {
      if (untold > 0) tellFile(file, `and ${formatCount(untold)} more traces like these`);
      told = 0;
      untold = 0;
      if (status === "imported" || status === "digest") return;
      const nothing = status === "ignored" ? "" : "; nothing of it is stored";
      tellFile(file, `${status}: ${formatPlain(reason ?? "")}${formatPlace(place)}${nothing}`);
    },
    problem: (message) => print(`problem: ${formatPlain(message)}`),
    end: (summary, stopped) => {
      const { accepted, duplicate, conflict, expired, rejected, files, seconds } = summary;
      const traces = accepted + duplicate + conflict + expired + rejected;
      const rate = seconds > 0 ? Math.round(traces / seconds) : traces;
      if (stopped !== undefined) {
        print(`Stopped: ${stopped}. What is listed here as accepted is stored;`);
        print("import the same files again to go on: it will be found as duplicate.");
      }
      print(
        `${formatCount(traces)} traces from ${formatCount(files)} files in ${seconds.toFixed(1)} s (${formatCount(rate)}/s)`,
      );
      for (const line of formatTotals(summary)) print(line);
      if (ahead > 0) print(`  ${formatCount(ahead)} accepted traces lie ahead of this clock.`);
    },
  };
}
