import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { newNotificationSchema } from "@trace-console/contracts/notification-api";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { expect, it, onTestFinished } from "vitest";
import { project_id, Workbench } from "./cli-fixture.ts";

const minute = 60_000;
const traces = Array.from({ length: 5 }, (_, n) =>
  buildTrace({ trace_id: `t${n}`, time: Date.UTC(2026, 2, 11) + n }),
);

/** A place to import those traces at, and a notification of all operations. */
function openNotified() {
  const bench = new Workbench();
  const time = { now: 0 };
  const state = bench.openNotifications(() => time.now);
  const notification = state.notifications.create(
    project_id,
    newNotificationSchema.parse({
      notification_name: "all",
      operation_type: "complete",
      topic_id: "urn:smn:eu-west-101:p:all",
    }),
  );
  const store = bench.openStore();
  onTestFinished(async () => {
    await store.close();
    state.close();
    bench.remove();
  });
  bench.put("traces.json", JSON.stringify(traces));
  const args = ["--region", "eu-west-101", "--project", project_id, bench.input];
  const recover = () => state.announced.recover((project, id) => store.find(project, id));
  const told = () =>
    state.deliveries.log(notification, 100).map(({ trace_id, outcome }) => [trace_id, outcome]);
  return { bench, args, time, recover, told };
}

const all = traces.map(({ trace_id }) => [trace_id, "pending"]).toReversed();

it("an import puts a message on its way for each trace it stores, and for none again", async () => {
  const { bench, args, told } = openNotified();
  expect((await bench.importJson(args)).summary?.accepted).toBe(5);
  expect(told()).toEqual(all);
  await bench.importJson(args);
  expect(told()).toEqual(all);
});

it("of what an import stored that was killed before it could tell, messages are sent all the same", async () => {
  const { bench, args, time, recover, told } = openNotified();
  // The first message is never written: the import waits there, with its traces in the store.
  const database = new DatabaseSync(join(bench.data, "notifications.db"));
  database.exec(`
    CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i FROM n;
    CREATE TRIGGER stall BEFORE INSERT ON delivery BEGIN SELECT count(*) FROM endless; END;`);
  let kill: (signal: NodeJS.Signals) => void = () => {};
  const run = bench.run(["import", ...args], {
    onStart: (signal) => {
      kill = signal;
    },
  });
  await expect.poll(() => bench.countStored(), { timeout: 15_000 }).toBe(5);
  kill("SIGKILL");
  expect((await run).code).toBeNull();
  database.exec("DROP TRIGGER stall");
  database.close();
  expect(told()).toEqual([]);

  // To import the file again stores nothing, and does not hide what is missing.
  expect((await bench.importJson(args)).summary).toMatchObject({ accepted: 0, duplicate: 5 });
  expect(told()).toEqual([]);
  // The import may be under way still, as far as anybody knows.
  await recover();
  expect(told()).toEqual([]);
  time.now = Date.now() + minute;
  await recover();
  expect(told()).toEqual(expect.arrayContaining(all));
  await recover();
  expect(told()).toHaveLength(5);
});
