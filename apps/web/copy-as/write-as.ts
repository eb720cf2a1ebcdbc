import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { curlText } from "./curl-text.ts";
import { linkText } from "./link-text.ts";
import { pythonProgram } from "./python-program.ts";
import type { texts } from "./texts.ts";

/** What a query can be copied as. */
export const copyForms = ["link", "curl", "python"] as const;
export type CopyForm = (typeof copyForms)[number];

/** What is copied. */
interface Shown {
  readonly projectId: string;
  readonly query: TraceQuery;
  /** The address of the page that shows it. */
  readonly address: string;
}

/** Writes the query that a page shows in another form. */
export function writeAs(form: CopyForm, shown: Shown, t: typeof texts.english): string {
  const { projectId, query, address } = shown;
  const target = { origin: new URL(address).origin, projectId };
  switch (form) {
    case "link":
      return linkText(address, projectId);
    case "curl":
      return curlText(query, target, t.curl);
    case "python":
      return pythonProgram(query, target, t.python);
  }
}
