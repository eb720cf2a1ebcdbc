import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newNotificationSchema } from "@trace-console/contracts/notification-api";
import type { Trace } from "@trace-console/contracts/trace";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { deliver } from "./deliver.ts";
import { attemptsAtMost } from "./deliveries.ts";
import { openNotifications } from "./open-notifications.ts";

const topic = "urn:smn:cn-north-4:p:alarms";
const callee = "urn:fss:cn-north-4:p:function:default:f:latest";
const secret = "a secret that is long enough";
const minute = 60_000;

/** An endpoint that answers what it is told to, and notifications for its topic. */
async function openDelivery() {
  const folder = mkdtempSync(join(tmpdir(), "notifications-"));
  const time = { now: Date.UTC(2026, 2, 11) };
  const clock = () => time.now;
  const state = openNotifications({ file: join(folder, "notifications.db"), clock });
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answer = { status: 200 };
  const server = createServer((request, reply) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      reply.writeHead(answer.status, { location: "/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    state.close();
    rmSync(folder, { recursive: true });
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const endpoint = { url: `http://127.0.0.1:${port}/`, secret };
  const endpoints = { [topic]: endpoint, [callee]: endpoint };
  const create = (more: object) =>
    state.notifications.create(
      "p",
      newNotificationSchema.parse({
        notification_name: "deletions",
        operation_type: "complete",
        topic_id: topic,
        ...more,
      }),
    );
  return {
    ...state,
    time,
    received,
    answer,
    create,
    send: () => deliver(state.deliveries, { endpoints, clock }),
  };
}

function trace(time: number, more: Partial<Trace> = {}): Trace {
  return { trace_id: "t1", trace_name: "DeleteJobV2", time, ...more };
}

it("a message arrives once, signed, with the trace", async () => {
  const { create, deliveries, send, received, time } = await openDelivery();
  const notification = create({});
  deliveries.enqueue("p", [trace(time.now)]);
  deliveries.enqueue("p", [trace(time.now)]);
  deliveries.enqueue("other", [trace(time.now, { trace_id: "t2" })]);
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  const [{ headers, body } = { headers: {}, body: "" }, ...others] = received;
  expect(others).toEqual([]);
  const message = z.object({ topic_urn: z.string(), message: z.string() }).parse(JSON.parse(body));
  expect(message.topic_urn).toBe(topic);
  expect(JSON.parse(message.message)).toEqual(trace(time.now));
  const v1 = createHmac("sha256", secret).update(`${time.now}.${body}`).digest("hex");
  expect(headers["x-trace-console-signature"]).toBe(`t=${time.now},v1=${v1}`);
  expect(deliveries.log(notification, 10)).toEqual([
    {
      trace_id: "t1",
      trace_name: "DeleteJobV2",
      trace_kind: "system",
      created: time.now,
      attempts: 1,
      due: undefined,
      outcome: "delivered",
    },
  ]);
});

it("a function gets the event of a CTS trigger; a topic without an endpoint says so in the log", async () => {
  const { create, deliveries, send, received, time } = await openDelivery();
  const called = create({ topic_id: callee });
  const nowhere = create({ notification_name: "second", topic_id: "urn:smn:cn-north-4:p:other" });
  const upload = trace(time.now, { trace_name: "PutObject", trace_type: "ObsSDK" });
  deliveries.enqueue("p", [upload]);
  await send();
  expect(received.map(({ body }) => body)).toEqual([JSON.stringify({ cts: upload })]);
  expect(deliveries.log(called, 1)).toMatchObject([
    { trace_name: "PutObject", trace_kind: "data" },
  ]);
  expect(deliveries.log(nowhere, 1)[0]?.outcome).toContain("no endpoint is configured");
});

it("a message that fails is sent again, ever more seldom, and given up in the end", async () => {
  const { create, deliveries, send, received, answer, time } = await openDelivery();
  const notification = create({});
  deliveries.enqueue("p", [trace(time.now)]);
  answer.status = 302;
  await send();
  expect(deliveries.log(notification, 1)).toMatchObject([
    { attempts: 1, due: time.now + 1000, outcome: "the endpoint answered 302" },
  ]);
  expect(await send()).toBe(0);
  time.now += 1000;
  await send();
  expect(deliveries.log(notification, 1)[0]?.due).toBe(time.now + 2000);
  for (let attempt = 2; attempt < attemptsAtMost; attempt += 1) {
    time.now += 60 * minute;
    expect(await send()).toBe(1);
  }
  time.now += 60 * minute;
  expect(await send()).toBe(0);
  expect(received).toHaveLength(attemptsAtMost);
  expect(deliveries.log(notification, 1)[0]?.due).toBeUndefined();
});

it("a message that failed arrives when the endpoint is there again", async () => {
  const { create, deliveries, send, answer, time } = await openDelivery();
  const notification = create({});
  deliveries.enqueue("p", [trace(time.now)]);
  answer.status = 500;
  await send();
  answer.status = 204;
  time.now += 1000;
  await send();
  expect(deliveries.log(notification, 1)).toMatchObject([{ attempts: 2, outcome: "delivered" }]);
});

it("what became of a message is kept for seven days, also when it was given up", async () => {
  const { create, deliveries, send, answer, time } = await openDelivery();
  const notification = create({});
  answer.status = 500;
  deliveries.enqueue("p", [trace(time.now)]);
  const attempt = async () => {
    await send();
    time.now += 61 * minute;
  };
  for (let tries = 0; tries < attemptsAtMost; tries += 1) await attempt();
  expect(deliveries.log(notification, 10)).toMatchObject([{ attempts: attemptsAtMost }]);
  time.now += 7 * 24 * 60 * minute;
  deliveries.enqueue("p", [trace(time.now, { trace_id: "t2" })]);
  for (let tries = 0; tries < attemptsAtMost; tries += 1) await attempt();
  expect(deliveries.log(notification, 10).map(({ trace_id }) => trace_id)).toEqual(["t2"]);
});

it("a notification that is deleted takes the messages on their way with it", async () => {
  const { create, deliveries, notifications, send, received, time } = await openDelivery();
  const { notification_id } = create({});
  deliveries.enqueue("p", [trace(time.now)]);
  notifications.remove("p", [notification_id]);
  expect(await send()).toBe(0);
  expect(received).toEqual([]);
});
