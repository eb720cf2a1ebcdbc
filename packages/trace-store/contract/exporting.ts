import { expect, describe, it } from "vitest";
import {
  buildRecord,
  everything,
  exported,
  noon,
  type OpenStore,
  openTestStore,
  project,
} from "./open-store.ts";

/** What every engine promises about the pieces of an export. */
export function describeExporting(openStore: OpenStore): void {
  describe("exporting", () => {
    it("an export in another form goes through its formatter, a piece after the other", async () => {
      const { store } = openTestStore(openStore);
      const message = "x".repeat(10_000);
      const records = Array.from({ length: 125 }, (_, no) =>
        buildRecord({ trace_id: `id ${no}`, time: noon - no, message }),
      );
      await store.append(project, records);
      const module = new URL("./count-lines.ts", import.meta.url).href;
      const formatter = { module, options: "," };
      const counts = (await exported(store, everything, { formatter })).split(",").map(Number);
      expect(counts.length).toBeGreaterThan(4);
      expect(counts.reduce((sum, count) => sum + count)).toBe(records.length);
      const other = { module: new URL("./exporting.ts", import.meta.url).href };
      await expect(exported(store, everything, { formatter: other })).rejects.toThrow(
        "exports no createFormatter",
      );
    });

    it("pieces say how many traces they hold, and end where a section of the file ends", async () => {
      const { store } = openTestStore(openStore);
      const records = Array.from({ length: 125 }, (_, no) =>
        buildRecord({
          trace_id: `id ${no}`,
          time: noon - no,
          message: "x".repeat((no % 9) * 9000),
        }),
      );
      await store.append(project, records);
      let held = 0;
      for await (const { bytes, traces } of store.exportTraces(project, everything, {
        sectionSize: 7,
      })) {
        expect(traces).toBe(bytes.reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0));
        expect(Math.floor(held / 7)).toBe(Math.floor((held + traces - 1) / 7));
        held += traces;
      }
      expect(held).toBe(records.length);
    });
  });
}
