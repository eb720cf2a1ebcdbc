import { InlineReader, InlineWriter } from "./inline-ports.ts";
import type { LogView } from "./log-view.ts";
import type { ReaderPort, WriterPort } from "./ports.ts";
import type { Reader } from "./reader.ts";
import type { OnProblem } from "./seal-problems.ts";
import { ReaderThread } from "./threads/reader-thread.ts";
import { WriterThread } from "./threads/writer-thread.ts";
import { Writer, type WriterOptions } from "./writer.ts";

/** An export goes on for long, and lists and counts must not wait for it; see setpriority(2). */
const scannerNiceness = 5;

/** Who writes, counts and scans for a store. */
interface Ports {
  readonly writer: WriterPort;
  readonly counter: ReaderPort;
  /** The counter itself where there is one thread. */
  readonly scanner: ReaderPort;
}

/**
 * Opens them, each in a thread of its own or all in this one.
 *
 * @param view what this thread knows of the log, and all that a thread that begins has to learn.
 */
export function openPorts(
  hasThreads: boolean,
  writing: WriterOptions,
  onProblem: OnProblem,
  view: LogView,
  reader: Reader,
): Ports {
  if (hasThreads) {
    const known = () => view.known();
    return {
      writer: new WriterThread(writing, onProblem),
      counter: new ReaderThread(writing.folder, 0, known),
      scanner: new ReaderThread(writing.folder, scannerNiceness, known),
    };
  }
  const headOf = ({ no }: { readonly no: number }) => view.segments.get(no)?.source.head;
  const counter = new InlineReader(reader);
  return {
    writer: new InlineWriter(new Writer(writing, headOf, onProblem)),
    counter,
    scanner: counter,
  };
}
