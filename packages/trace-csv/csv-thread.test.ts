import { setImmediate } from "node:timers/promises";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { expect, it, onTestFinished } from "vitest";
import { CsvThread } from "./csv-thread.ts";

const line = `${JSON.stringify(buildTrace({ trace_id: "a", time: 0 }))}\n`;
/** Takes the thread longer than this one needs to end it. */
const piece = () => new Uint8Array(Buffer.from(line.repeat(5_000)));

async function* endless(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (;;) {
    await setImmediate();
    yield piece();
  }
}

it("a thread that ends fails the exports that go on, and nothing that nobody waits for", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  const csv = new CsvThread();
  const slow = csv.format(endless());
  expect((await slow.next()).done).toBe(false);
  // The next pieces are with the thread.
  await csv.close();
  // By then the process has missed the handlers that it misses.
  await setImmediate();
  expect(unhandled).toEqual([]);
  await expect(slow.next()).rejects.toThrow("ended");
  await expect(csv.format(endless()).next()).rejects.toThrow("ended");
});
