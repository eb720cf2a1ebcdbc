import { newNotificationSchema } from "@trace-console/contracts/notification-api";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { Random } from "@trace-console/trace-samples/random";
import { expect, it, onTestFinished } from "vitest";
import { batchTraces } from "./import-file.ts";
import { parseLines, project_id, Workbench } from "./cli-fixture.ts";

const kills = 20;
const files = 4;
const tracesPerFile = batchTraces * 3;
const end = Date.UTC(2026, 2, 11, 12);
const day = 86_400_000;

/** Ids tell the file and the place in it; times are spread over days, so that each batch is too. */
function fileOf(file: number): string {
  const traces = Array.from({ length: tracesPerFile }, (_, index) =>
    buildTrace({ trace_id: `${file}-${index}`, time: end - (index % 7) * day - index }),
  );
  return JSON.stringify(traces);
}

it(`after each of ${kills} kills no acknowledged trace is lost, no batch is half there and all are told of`, async () => {
  const random = new Random(20);
  let interrupted = 0;
  let acknowledged = 0;
  let recovered = 0;
  const contents = Array.from({ length: files }, (_, file) => fileOf(file));
  for (let round = 0; round < kills; round += 1) {
    const bench = new Workbench();
    onTestFinished(() => bench.remove());
    contents.forEach((content, file) => bench.put(`${file}.json`, content));
    const time = { now: 0 };
    const told = bench.openNotifications(() => time.now);
    const notification = told.notifications.create(
      project_id,
      newNotificationSchema.parse({
        notification_name: "all",
        operation_type: "complete",
        topic_id: "urn:smn:eu-west-101:p:all",
      }),
    );
    const args = ["import", "--json", "--region", "eu-west-101", "--project", project_id];
    // The kill falls after a random piece of output, which has some hundred lines, and a moment.
    const killAfter = random.between(1, 70);
    const delay = random.int(120);
    let heard = 0;
    const { stdout, code } = await bench.run([...args, bench.input], {
      onOutput: (kill) => {
        heard += 1;
        if (heard === killAfter) setTimeout(() => kill("SIGKILL"), delay);
      },
    });
    if (code === null) interrupted += 1;
    // The last line may be cut off: it was never told.
    const verdicts = parseLines(stdout.slice(0, stdout.lastIndexOf("\n") + 1)).traces;

    const store = bench.openStore();
    const stored = new Set<string>();
    const query = { trace_type: "system", from: 0, to: end + 1, limit: 5_000 } as const;
    for (let after: { time: number; trace_id: string } | undefined; ;) {
      const page = await store.list(project_id, { ...query, after });
      for (const { trace_id } of page.traces) stored.add(trace_id);
      after = page.traces.at(-1);
      if (!page.more) break;
    }
    await store.close();
    const lost = verdicts.filter(
      (one) => one.verdict === "accepted" && !stored.has(one.trace_id ?? ""),
    );
    expect(lost).toEqual([]);
    acknowledged += verdicts.length;
    const perBatch = new Map<string, number>();
    for (const id of stored) {
      const [file, index] = id.split("-");
      const batch = `${file}/${Math.floor(Number(index) / batchTraces)}`;
      perBatch.set(batch, (perBatch.get(batch) ?? 0) + 1);
    }
    expect([...perBatch.values()].filter((count) => count !== batchTraces)).toEqual([]);

    const again = await bench.importJson(args.slice(2).concat(bench.input));
    expect(again.summary).toMatchObject({ rejected: 0, conflict: 0, broken: 0 });
    expect(await bench.countStored()).toBe(files * tracesPerFile);

    const messages = () => told.deliveries.log(notification, files * tracesPerFile + 1).length;
    const before = messages();
    time.now = Date.now() + 60_000;
    const whole = bench.openStore();
    await told.announced.recover((project, id) => whole.find(project, id));
    await whole.close();
    expect(messages()).toBe(files * tracesPerFile);
    recovered += messages() - before;
    told.close();
  }
  console.log(
    `${interrupted} of ${kills} imports were cut off; ${acknowledged} traces were told as stored, ${recovered} messages recovered`,
  );
  expect(interrupted).toBeGreaterThan(kills / 2);
});
