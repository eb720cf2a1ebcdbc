import { isExhaustive } from "@trace-console/trace-samples/exhaustive";
import { describeAppending } from "../contract/appending.ts";
import { describeExporting } from "../contract/exporting.ts";
import { describeQuerying } from "../contract/querying.ts";
import { describe } from "vitest";
import { openEmbeddedStore } from "./embedded-store.ts";

/** How often what is drawn at random is tried. */
const runs = isExhaustive ? { questions: 2_000, walks: 30 } : { questions: 150, walks: 8 };

describe.each([1, 2, 17, 65_535])("segments of %i traces", (rowsPerSegment) => {
  const open = (options: Parameters<typeof openEmbeddedStore>[0]) =>
    openEmbeddedStore({ ...options, rowsPerSegment, hasThreads: false });
  describeAppending(open);
  describeQuerying(open, runs);
  describeExporting(open);
});
