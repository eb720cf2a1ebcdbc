import { newNotificationSchema } from "@trace-console/contracts/notification-api";
import {
  deliveriesAtMost,
  deliveryLogSchema,
  listedNotificationSchema,
  notificationListSchema,
  operationListSchema,
} from "@trace-console/contracts/notification-list-api";
import { describe, expect, it } from "vitest";
import { noon, openTestApp, project } from "../test-app.ts";

const base = `/api/projects/${project}`;
const asked = {
  notification_name: "deletions",
  operation_type: "customized",
  operations: [{ service_type: "ModelArts", resource_type: "JobV2", trace_names: ["DeleteJobV2"] }],
  topic_id: "urn:smn:cn-north-4:p:alarms",
};

async function openAsAdministrator() {
  const test = await openTestApp();
  const sendAsRoot = test.sendAs(
    await test.sessionOf("root", { role: "CTS Administrator", project_id: project }),
  );
  const send = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, payload?: object) =>
    sendAsRoot(method, `${base}/notifications${path}`, payload);
  const create = async () => listedNotificationSchema.parse((await send("POST", "", asked)).json());
  const list = async () => notificationListSchema.parse((await send("GET", "")).json());
  return { ...test, send, create, list };
}

describe("/api/projects/{project_id}/notifications", () => {
  it("are created, listed, disabled, enabled, changed and deleted", async () => {
    const { send, create, list } = await openAsAdministrator();
    const made = await create();
    expect(made).toMatchObject({ ...asked, status: "enabled" });
    expect((await list()).notifications).toEqual([made]);
    for (const change of [
      { status: "disabled" },
      { status: "enabled" },
      { operation_type: "complete", operations: [] },
    ]) {
      expect((await send("PUT", "", { ...made, ...change })).statusCode).toBe(204);
      expect((await list()).notifications).toMatchObject([change]);
    }
    expect((await send("DELETE", `/${made.notification_id}`)).statusCode).toBe(204);
    expect((await list()).notifications).toEqual([]);
  });

  it("what is refused is told as by the wire API, and changes nothing", async () => {
    const { send, create, list } = await openAsAdministrator();
    const made = await create();
    const other = { ...made, notification_id: "unknown" };
    for (const [code, reply] of [
      ["CTS.0400", await send("POST", "", asked)],
      ["CTS.0003", await send("POST", "", { ...asked, notification_name: "a b" })],
      ["CTS.0300", await send("PUT", "", other)],
      ["CTS.0300", await send("DELETE", "/unknown")],
      ["CTS.0300", await send("GET", "/unknown/deliveries")],
    ] as const) {
      expect(reply.json()).toMatchObject({ error_code: code });
    }
    expect((await list()).notifications).toEqual([made]);
  });

  it("the log holds the newest messages, and what became of them", async () => {
    const { send, create, notifications } = await openAsAdministrator();
    const made = await create();
    const traces = Array.from({ length: deliveriesAtMost + 1 }, (_, n) => ({
      trace_id: `t${n}`,
      trace_name: "DeleteJobV2",
      service_type: "ModelArts",
      resource_type: "JobV2",
      time: noon,
    }));
    notifications.deliveries.enqueue(project, traces);
    const reply = await send("GET", `/${made.notification_id}/deliveries`);
    const { deliveries } = deliveryLogSchema.parse(reply.json());
    expect(deliveries).toHaveLength(deliveriesAtMost);
    expect(deliveries[0]).toEqual({
      trace_id: `t${deliveriesAtMost}`,
      trace_name: "DeleteJobV2",
      trace_kind: "system",
      created: noon,
      attempts: 0,
      due: noon,
      outcome: "pending",
    });
    for (const one of notifications.deliveries.due(traces.length)) {
      notifications.deliveries.succeeded(one);
    }
    const later = await send("GET", `/${made.notification_id}/deliveries`);
    expect(deliveryLogSchema.parse(later.json()).deliveries[0]).toMatchObject({
      attempts: 1,
      due: null,
      outcome: "delivered",
    });
  });

  it("who may only read is told so, reads the log, and changes nothing", async () => {
    const { app, get, session, notifications } = await openAsAdministrator();
    const { notification_id } = notifications.notifications.create(
      project,
      newNotificationSchema.parse(asked),
    );
    expect((await get(`${base}/notifications`)).json()).toMatchObject({
      notifications: [{ notification_id }],
      may_create: false,
      may_update: false,
      may_delete: false,
    });
    expect((await get(`${base}/notifications/${notification_id}/deliveries`)).json()).toEqual({
      deliveries: [],
    });
    const cookies = { cts_sid: session };
    const path = `${base}/notifications`;
    for (const [method, url] of [
      ["POST", path],
      ["PUT", path],
      ["DELETE", `${path}/${notification_id}`],
    ] as const) {
      const reply = await app.inject({ method, url, cookies });
      expect([reply.statusCode, reply.json()]).toMatchObject([403, { error_code: "CTS.0013" }]);
    }
  });

  it("the operations to choose from are those of ModelArts and of the traces", async () => {
    const { get, add } = await openAsAdministrator();
    await add(project, { service_type: "ECS", resource_type: "ecs", trace_name: "createServer" });
    const { operations } = operationListSchema.parse((await get(`${base}/operations`)).json());
    expect(operations).toContainEqual({
      service_type: "ECS",
      resource_type: "ecs",
      operation_list: ["createServer"],
    });
    const jobs = operations.find(({ resource_type }) => resource_type === "JobV2");
    expect(jobs?.operation_list).toContain("DeleteJobV2");
  });
});
