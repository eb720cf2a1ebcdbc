import { SingleBar } from "cli-progress";

/** How an import shows that it goes on, beside its results. */
export interface Progress {
  /** @param bytes of the files, done so far. */
  readonly advance: (bytes: number, traces: number) => void;
  /** Writes a line of the results without leaving pieces of the bar in it. */
  readonly print: (line: string) => void;
  readonly close: () => void;
}

/** A plain line so often, where there is no terminal. */
const plainLineMs = 5_000;

/** Seconds for people: `12 s`, `3 min 05 s`. */
function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/** Rate and time left, from what is done since `start` (ms since 1970). */
function measure(
  start: number,
  done: number,
  total: number,
  traces: number,
): { rate: string; left: string } {
  const seconds = (Date.now() - start) / 1000;
  const left = done > 0 ? formatSeconds((seconds * (total - done)) / done) : "unknown";
  const rate = seconds > 0 ? Math.round(traces / seconds).toLocaleString("en") : "0";
  return { rate, left };
}

function openBar(totalBytes: number): Progress {
  const bar = new SingleBar({
    format: "{bar} {percentage} % | {traces} traces | {rate}/s | {left} left",
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    forceRedraw: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    // Otherwise it would end the process at Ctrl-C, in the middle of a batch.
    gracefulExit: false,
  });
  const start = Date.now();
  bar.start(totalBytes, 0, { traces: "0", rate: "0", left: "unknown" });
  return {
    advance: (bytes, traces) => {
      bar.update(bytes, {
        traces: traces.toLocaleString("en"),
        ...measure(start, bytes, totalBytes, traces),
      });
    },
    print: (line) => {
      if (process.stdout.isTTY) process.stderr.write("\r\u001B[K");
      process.stdout.write(`${line}\n`);
    },
    close: () => bar.stop(),
  };
}

function openPlainLines(totalBytes: number): Progress {
  const start = Date.now();
  let last = start;
  return {
    advance: (bytes, traces) => {
      if (Date.now() - last < plainLineMs) return;
      last = Date.now();
      const { rate, left } = measure(start, bytes, totalBytes, traces);
      const percentage = totalBytes > 0 ? Math.floor((bytes / totalBytes) * 100) : 100;
      process.stderr.write(
        `${percentage} %, ${traces.toLocaleString("en")} traces, ${rate}/s, ${left} left\n`,
      );
    },
    print: (line) => process.stdout.write(`${line}\n`),
    close: () => undefined,
  };
}

/**
 * Opens the progress display on standard error: a bar on a terminal, else a plain line every few
 * seconds.
 *
 * @param totalBytes of all files together.
 */
export function openProgress(totalBytes: number): Progress {
  return process.stderr.isTTY ? openBar(totalBytes) : openPlainLines(totalBytes);
}
