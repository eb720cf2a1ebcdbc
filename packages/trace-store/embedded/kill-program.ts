import { openEmbeddedStore } from "./embedded-store.ts";
import { batchSize, clock, killedProject, recordOf, rowsPerSegment } from "./kill-load.ts";

/** Appends batches from a number on until it is killed, and says each number that is stored. */
const [folder = "", from = "0"] = process.argv.slice(2);
const store = openEmbeddedStore({ folder, retentionDays: 7, clock, rowsPerSegment });
for (let batch = Number(from); ; batch += 1) {
  const records = Array.from({ length: batchSize }, (_, index) => recordOf(batch, index));
  await store.append(killedProject, records);
  process.stdout.write(`${batch}\n`);
}
