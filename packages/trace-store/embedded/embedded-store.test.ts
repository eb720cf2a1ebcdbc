import { describe } from "vitest";
import { describeAppending } from "../contract/appending.ts";
import { describeQuerying } from "../contract/querying.ts";
import { openEmbeddedStore } from "./embedded-store.ts";

describe("embedded store", () => {
  describeAppending(openEmbeddedStore);
  describeQuerying(openEmbeddedStore);
});
