import { parentPort } from "node:worker_threads";
import type { FromCsvWorker, ToCsvWorker } from "./csv-thread.ts";
import { formatCsvRows } from "./trace-csv.ts";

const port = parentPort;
if (port === null) throw new Error("this module runs in a thread");

port.on("message", ({ id, lines }: ToCsvWorker) => {
  try {
    const rows = formatCsvRows(lines);
    port.postMessage({ id, rows } satisfies FromCsvWorker, [rows.buffer]);
  } catch (error) {
    port.postMessage({ id, failure: String(error) } satisfies FromCsvWorker, []);
  }
});
