import { notificationSchema } from "@trace-console/contracts/notification-api";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestApp, project } from "../test-app.ts";

const listSchema = z.object({ notifications: z.array(notificationSchema) });

async function openAsAdministrator() {
  const test = await openTestApp();
  const { accounts, app } = test;
  await accounts.users.add("root", "pw", [{ role: "CTS FullAccess", project_id: project }]);
  const { token } = accounts.tokens.issue("root", { project_id: project });
  const send = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, payload?: object) =>
    app.inject({
      method,
      url: `/v3/${project}/notifications${path}`,
      headers: { "x-auth-token": token },
      ...(payload === undefined ? {} : { payload }),
    });
  const list = async (path = "/smn") =>
    listSchema.parse((await send("GET", path)).json()).notifications;
  return { ...test, send, list };
}

const asked = {
  notification_name: "deletions",
  operation_type: "customized",
  operations: [{ service_type: "ModelArts", resource_type: "JobV2", trace_names: ["DeleteJobV2"] }],
  topic_id: "urn:smn:cn-north-4:p:alarms",
  filter: { condition: "AND", is_support_filter: true, rule: ["code != 200"] },
};

describe("notifications", () => {
  it("are created, listed by type and name, changed and deleted", async () => {
    const { send, list } = await openAsAdministrator();
    const created = await send("POST", "", asked);
    expect(created.statusCode).toBe(201);
    const made = notificationSchema.parse(created.json());
    expect(made).toMatchObject({ ...asked, status: "enabled", notification_type: "smn" });
    expect(await list()).toEqual([made]);
    expect(await list("/fun")).toEqual([]);
    expect(await list("/smn?notification_name=other")).toEqual([]);
    const changed = { ...asked, notification_id: made.notification_id, status: "disabled" };
    expect((await send("PUT", "", changed)).statusCode).toBe(200);
    expect(await list()).toMatchObject([{ status: "disabled", create_time: made.create_time }]);
    const gone = await send("DELETE", `?notification_id=${made.notification_id}`);
    expect(gone.statusCode).toBe(204);
    expect(await list()).toEqual([]);
  });

  it.each([
    [400, "CTS.0400", asked],
    [400, "CTS.0003", { ...asked, notification_name: "a b" }],
    [400, "CTS.0003", { ...asked, topic_id: "http://example.com" }],
    [400, "CTS.0003", { ...asked, filter: { ...asked.filter, rule: ["user = ann"] } }],
  ])("%i %s, and nothing is created", async (status, code, payload) => {
    const { send, list } = await openAsAdministrator();
    await send("POST", "", asked);
    const refused = await send("POST", "", payload);
    expect([refused.statusCode, refused.json()]).toMatchObject([status, { error_code: code }]);
    expect(await list()).toHaveLength(1);
  });

  it("a project has a hundred at most; unknown ones can be neither changed nor deleted", async () => {
    const { send } = await openAsAdministrator();
    for (let n = 0; n < 100; n += 1) {
      const named = { ...asked, notification_name: `n${n}` };
      expect((await send("POST", "", named)).statusCode).toBe(201);
    }
    expect((await send("POST", "", asked)).json()).toMatchObject({ error_code: "TC.0409" });
    const unknown = { ...asked, notification_id: "unknown", status: "enabled" };
    expect((await send("PUT", "", unknown)).statusCode).toBe(404);
    expect((await send("DELETE", "?notification_id=unknown")).statusCode).toBe(404);
  });
});
