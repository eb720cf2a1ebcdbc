import { trackerSchema } from "@trace-console/contracts/tracker-api";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { domain, openTestApp, project } from "../test-app.ts";

const trackersSchema = z.object({ trackers: z.array(trackerSchema) });

async function openAsAdministrator() {
  const test = await openTestApp();
  const { accounts, app } = test;
  await accounts.users.add("root", "pw", [{ role: "CTS Administrator", project_id: project }]);
  const { token } = accounts.tokens.issue("root", { project_id: project });
  const send = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, payload?: object) =>
    app.inject({
      method,
      url: `/v3/${path}`,
      headers: { "x-auth-token": token },
      ...(payload === undefined ? {} : { payload }),
    });
  const list = async (query = "") =>
    trackersSchema.parse((await send("GET", `${project}/trackers${query}`)).json()).trackers;
  return { ...test, send, list };
}

const data = {
  tracker_type: "data",
  tracker_name: "buckets",
  data_bucket: { data_bucket_name: "models", data_event: ["READ", "WRITE"] },
};

describe("trackers", () => {
  it("the management tracker is there, enabled, and can be disabled and enabled", async () => {
    const { send, list } = await openAsAdministrator();
    expect(await list()).toMatchObject([
      { tracker_name: "system", tracker_type: "system", status: "enabled", project_id: project },
    ]);
    for (const status of ["disabled", "enabled"]) {
      const changed = await send("PUT", `${project}/tracker`, { tracker_type: "system", status });
      expect(changed.statusCode).toBe(200);
      expect(await list()).toMatchObject([{ status }]);
    }
  });

  it("a data tracker is created, found, changed and deleted", async () => {
    const { send, list } = await openAsAdministrator();
    const created = await send("POST", `${project}/tracker`, data);
    expect(created.statusCode).toBe(201);
    const { id } = trackerSchema.parse(created.json());
    expect((await list("?tracker_type=data")).map((one) => one.id)).toEqual([id]);
    expect((await list("?tracker_name=system")).map((one) => one.tracker_name)).toEqual(["system"]);
    const changed = { ...data, data_bucket: { ...data.data_bucket, data_event: ["READ"] } };
    expect((await send("PUT", `${project}/tracker`, changed)).statusCode).toBe(200);
    expect((await list("?tracker_name=buckets"))[0]?.data_bucket?.data_event).toEqual(["READ"]);
    const gone = await send("DELETE", `${project}/trackers?tracker_name=buckets`);
    expect(gone.statusCode).toBe(204);
    expect(await list()).toHaveLength(1);
  });

  it("a deleted management tracker can be created again", async () => {
    const { send, list } = await openAsAdministrator();
    const path = `${project}/trackers?tracker_name=system&tracker_type=system`;
    expect((await send("DELETE", path)).statusCode).toBe(204);
    expect(await list()).toEqual([]);
    expect((await send("DELETE", path)).json()).toMatchObject({ error_code: "CTS.0214" });
    const again = { tracker_type: "system", tracker_name: "system" };
    expect((await send("POST", `${project}/tracker`, again)).statusCode).toBe(201);
    expect(await list()).toMatchObject([{ status: "enabled" }]);
  });

  it.each([
    ["CTS.0003", { tracker_type: "other" }],
    ["CTS.0201", { tracker_type: "system" }],
    ["CTS.0201", { tracker_type: "system", tracker_name: "" }],
    ["CTS.0203", { ...data, tracker_name: "1st" }],
    ["CTS.0204", { tracker_type: "system", tracker_name: "mine" }],
    ["CTS.0205", { ...data, status: "on" }],
    ["CTS.0208", data],
    ["CTS.0209", { ...data, tracker_name: "again" }],
    ["CTS.0210", { ...data, tracker_name: "new", data_bucket: {} }],
    ["CTS.0213", { ...data, tracker_name: "new", obs_info: { bucket_name: "models" } }],
    ["CTS.0218", { ...data, tracker_name: "new", obs_info: { file_prefix_name: "a/b" } }],
    [
      "CTS.0219",
      { ...data, tracker_name: "new", data_bucket: { data_bucket_name: "b-2", data_event: [] } },
    ],
    ["CTS.0221", { ...data, tracker_name: "new", is_support_trace_files_encryption: true }],
    [
      "CTS.0225",
      { ...data, tracker_name: "new", data_bucket: { data_bucket_name: "b-2", data_event: ["X"] } },
    ],
    ["CTS.0228", { ...data, tracker_name: "new", is_organization_tracker: true }],
    ["CTS.0231", { ...data, tracker_name: "new", obs_info: { bucket_name: "A_B" } }],
  ])("%s for %j, and nothing is created", async (code, asked) => {
    const { send, list } = await openAsAdministrator();
    await send("POST", `${project}/tracker`, data);
    const before = await list();
    const refused = await send("POST", `${project}/tracker`, asked);
    expect([refused.statusCode, refused.json()]).toMatchObject([400, { error_code: code }]);
    expect(await list()).toEqual(before);
  });

  it("a misspelt type deletes nothing", async () => {
    const { send, list } = await openAsAdministrator();
    await send("POST", `${project}/tracker`, data);
    const refused = await send("DELETE", `${project}/trackers?tracker_type=Data`);
    expect([refused.statusCode, refused.json()]).toMatchObject([400, { error_code: "CTS.0300" }]);
    expect(await list()).toHaveLength(2);
  });

  it("a change of an unknown tracker, or of the tracked bucket, is refused", async () => {
    const { send } = await openAsAdministrator();
    const unknown = await send("PUT", `${project}/tracker`, data);
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { error_code: "CTS.0214" }]);
    await send("POST", `${project}/tracker`, data);
    const other = { ...data, data_bucket: { ...data.data_bucket, data_bucket_name: "others" } };
    expect((await send("PUT", `${project}/tracker`, other)).json()).toMatchObject({
      error_code: "CTS.0212",
    });
  });

  it("a hundred data trackers are enough, and the quotas tell", async () => {
    const { send } = await openAsAdministrator();
    const named = (n: number) => ({
      ...data,
      tracker_name: `t${n}`,
      data_bucket: { data_bucket_name: `bucket-${n}`, data_event: ["READ"] },
    });
    for (let n = 0; n < 100; n += 1) {
      expect((await send("POST", `${project}/tracker`, named(n))).statusCode).toBe(201);
    }
    expect((await send("POST", `${project}/tracker`, named(100))).json()).toMatchObject({
      error_code: "CTS.0200",
    });
    expect((await send("GET", `${project}/quotas`)).json()).toMatchObject({
      resources: [
        { type: "system_tracker", used: 1, quota: 1 },
        { type: "data_tracker", used: 100, quota: 100 },
      ],
    });
  });

  it("who may only read does not change", async () => {
    const { app, accounts } = await openAsAdministrator();
    const { token } = accounts.tokens.issue("ann", { project_id: project });
    const reply = await app.inject({
      method: "POST",
      url: `/v3/${project}/tracker`,
      headers: { "x-auth-token": token },
      payload: data,
    });
    expect([reply.statusCode, reply.json()]).toMatchObject([403, { error_code: "CTS.0013" }]);
  });
});

describe("what belongs to trackers", () => {
  it("tags are set, listed, searched for and removed", async () => {
    const { send, list } = await openAsAdministrator();
    const id = (await list())[0]?.id ?? "";
    const base = `${project}/cts-tracker`;
    const tags = [
      { key: "team", value: "vision" },
      { key: "stage", value: "" },
    ];
    expect((await send("POST", `${base}/${id}/tags/create`, { tags })).statusCode).toBe(204);
    expect((await send("GET", `${base}/${id}/tags`)).json()).toEqual({ tags: tags.toReversed() });
    expect((await send("GET", `${base}/tags`)).json()).toEqual({
      tags: [
        { key: "stage", values: [""] },
        { key: "team", values: ["vision"] },
      ],
    });
    const count = async (values: readonly string[]) => {
      const found = await send("POST", `${base}/resource-instances/filter`, {
        tags: [{ key: "team", values }],
      });
      return z.object({ total_count: z.int() }).parse(found.json()).total_count;
    };
    expect([await count(["vision"]), await count([]), await count(["audio"])]).toEqual([1, 1, 0]);
    expect((await send("DELETE", `${base}/${id}/tags/delete`, { tags })).statusCode).toBe(204);
    expect((await send("GET", `${base}/${id}/tags`)).json()).toEqual({ tags: [] });
    expect((await send("GET", `${base}/unknown/tags`)).statusCode).toBe(404);
  });

  it("the configuration keeps what was set", async () => {
    const { send } = await openAsAdministrator();
    const path = `${project}/configuration`;
    expect((await send("GET", path)).json()).toEqual({
      is_sync_global_trace: false,
      is_support_read_only: false,
      support_read_only_services: [],
    });
    const set = {
      is_sync_global_trace: true,
      is_support_read_only: true,
      support_read_only_services: ["ECS"],
    };
    expect((await send("PUT", path, set)).statusCode).toBe(204);
    expect((await send("GET", path)).json()).toEqual(set);
  });

  it("buckets are checked by their names", async () => {
    const { send } = await openAsAdministrator();
    const buckets = [{ bucket_name: "good-one", bucket_location: "here" }, { bucket_name: "B" }];
    expect((await send("POST", `${domain}/checkbucket`, { buckets })).json()).toMatchObject({
      buckets: [
        {
          bucket_name: "good-one",
          bucket_location: "here",
          check_bucket_response: { success: true },
        },
        { check_bucket_response: { success: false, error_code: "CTS.0231", response_code: 400 } },
      ],
    });
  });
});
