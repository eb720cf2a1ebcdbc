import { describeAppending } from "../contract/appending.ts";
import { describeQuerying } from "../contract/querying.ts";
import { describe } from "vitest";
import { openEmbeddedStore } from "./embedded-store.ts";

describe.each([1, 2, 17, 65_535])("segments of %i traces", (rowsPerSegment) => {
  const open = (options: Parameters<typeof openEmbeddedStore>[0]) =>
    openEmbeddedStore({ ...options, rowsPerSegment, hasThreads: false });
  describeAppending(open);
  describeQuerying(open);
});
