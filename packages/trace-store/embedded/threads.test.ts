import { describe } from "vitest";
import { describeAppending } from "../contract/appending.ts";
import { describeQuerying } from "../contract/querying.ts";
import { openEmbeddedStore } from "./embedded-store.ts";

describe.each([17, 65_535])("segments of %i traces, in threads", (rowsPerSegment) => {
  const open = (options: Parameters<typeof openEmbeddedStore>[0]) =>
    openEmbeddedStore({ ...options, rowsPerSegment });
  describeAppending(open);
  describeQuerying(open);
});
