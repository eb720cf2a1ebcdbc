import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BasicCredentials, GlobalCredentials, Region } from "@huaweicloud/huaweicloud-sdk-core";
import { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";
import type { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import type { SdkResponse } from "@huaweicloud/huaweicloud-sdk-core/SdkResponse.js";
import { wireGroups } from "@trace-console/openapi/wire-operations";
import { isExhaustive } from "@trace-console/trace-samples/exhaustive";
import { describeTracker } from "@trace-console/trackers/describe-tracker";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { domain, foreignProject, hour, openTestApp, otherProject, project } from "./test-app.ts";

// The vendor's own client: what works here works in every program that is built on it.

beforeAll(() => {
  // The SDK leaves a file in the home folder.
  const home = mkdtempSync(join(tmpdir(), "home-"));
  vi.stubEnv("HOME", home);
  return () => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  };
});

async function openSdk() {
  const test = await openTestApp();
  test.time.now = Date.now();
  const endpoint = await test.app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => test.app.close());
  const key = test.accounts.accessKeys.add("ann", "");
  if (key === undefined) throw new Error("no key was made");
  const [ak, sk] = [key.access_key_id, key.secret];
  const basic = () => new BasicCredentials().withAk(ak).withSk(sk).withIamEndpoint(endpoint);
  const connect = (credential: BasicCredentials | GlobalCredentials) =>
    new ClientBuilder((client: HcClient) => client, "BasicCredentials,GlobalCredentials")
      .withCredential(credential)
      .withEndpoint(endpoint)
      .build();
  const trackerId = describeTracker({ project_id: project }, { tracker_type: "system" }, 0).id;
  return { ...test, endpoint, ak, sk, basic, connect, trackerId };
}

function get(
  client: HcClient,
  url: string,
  pathParams: Record<string, string>,
  queryParams: Record<string, unknown> = {},
): Promise<SdkResponse> {
  return client.sendRequest({
    method: "GET",
    url,
    contentType: "application/json",
    // As the models of the services do it: what is not given is no parameter.
    queryParams: Object.fromEntries(
      Object.entries(queryParams).filter(([, value]) => value !== undefined),
    ),
    pathParams,
    headers: {},
  });
}

const page = z.object({
  httpStatusCode: z.literal(200),
  traces: z.array(z.looseObject({ trace_id: z.string() })),
  meta_data: z.object({ count: z.int(), marker: z.string().nullable() }),
});
const listTraces = "/v3/{project_id}/traces";

describe("the vendor's SDK", () => {
  it("lists traces by every filter that has signs of its own in an address", async () => {
    const { basic, connect, add, time } = await openSdk();
    const odd = "al ice+b(c)*'~!/中";
    await add(project, { trace_id: "a", time: time.now - hour, user: { name: odd } });
    await add(project, { trace_id: "b", time: time.now - hour });
    const client = connect(basic().withProjectId(project));
    const found = page.parse(
      await get(
        client,
        listTraces,
        { project_id: project },
        {
          trace_type: "system",
          limit: 2,
          from: time.now - 2 * hour,
          to: time.now,
          user: odd,
        },
      ),
    );
    expect(found.traces.map(({ trace_id }) => trace_id)).toEqual(["a"]);
  });

  it.each([
    // Ten to a page.
    { limit: undefined, stored: isExhaustive ? 10_000 : 1_000 },
    { limit: 200, stored: 10_000 },
  ])(
    "walks $stored traces with limit $limit while traces arrive, each once, and ends",
    async ({ limit, stored }) => {
      const { basic, connect, add, time } = await openSdk();
      const old = Array.from({ length: stored }, (_, index) => ({
        trace_id: `t${index}`,
        time: time.now - hour + index,
      }));
      await add(project, ...old);
      const client = connect(basic().withProjectId(project));
      const seen: string[] = [];
      for (let next: string | null | undefined; next !== null;) {
        const found = page.parse(
          await get(
            client,
            listTraces,
            { project_id: project },
            {
              trace_type: "system",
              from: time.now - 2 * hour,
              to: time.now + hour,
              limit,
              next,
            },
          ),
        );
        seen.push(...found.traces.map(({ trace_id }) => trace_id));
        next = found.meta_data.marker;
        await add(project, { trace_id: `new ${seen.length}`, time: time.now });
      }
      expect(seen.filter((id) => id.startsWith("t"))).toEqual(
        old.map(({ trace_id }) => trace_id).toReversed(),
      );
    },
    120_000,
  );

  it("finds its project by the region's name, and its account, without being told", async () => {
    const { basic, endpoint, ak, sk, add, time } = await openSdk();
    await add(otherProject, { trace_id: "there", time: time.now - hour / 2 });
    const byRegion = new ClientBuilder((client: HcClient) => client)
      .withCredential(basic())
      .withRegion(new Region("ap-southeast-3", endpoint))
      .build();
    const found = page.parse(await get(byRegion, listTraces, {}, { trace_type: "system" }));
    expect(found.traces.map(({ trace_id }) => trace_id)).toEqual(["there"]);
    const global = new GlobalCredentials().withAk(ak).withSk(sk).withIamEndpoint(endpoint);
    const byAccount = new ClientBuilder((client: HcClient) => client, "GlobalCredentials")
      .withCredential(global)
      .withRegion(new Region("ap-southeast-3", endpoint))
      .build();
    expect(await get(byAccount, "/v3/{domain_id}/resources", {})).toMatchObject({
      httpStatusCode: 200,
    });
  });

  it("reads the lists beside the traces", async () => {
    const { basic, connect, add, time } = await openSdk();
    await add(project, { trace_id: "a", time: time.now - hour, service_type: "ECS" });
    const client = connect(basic().withProjectId(project));
    for (const [url, member] of [
      ["/v3/{project_id}/operations", "operations"],
      ["/v3/{project_id}/user-resources", "users"],
      ["/v3/{domain_id}/resources", "resources"],
    ] as const) {
      const reply = await get(client, url, { project_id: project, domain_id: domain });
      expect(Reflect.get(reply, member)).toBeInstanceOf(Array);
    }
  });

  it("creates, changes and deletes trackers and notifications", async () => {
    const { accounts, basic, connect } = await openSdk();
    accounts.users.setGrants("ann", [{ role: "CTS FullAccess", project_id: project }]);
    const client = connect(basic().withProjectId(project));
    const send = (method: string, url: string, data?: object, queryParams: object = {}) =>
      client.sendRequest({
        method,
        url: `/v3/{project_id}${url}`,
        contentType: "application/json",
        queryParams: { ...queryParams },
        pathParams: { project_id: project },
        headers: {},
        ...(data === undefined ? {} : { data: { ...data } }),
      });
    const statusOf = async (reply: Promise<SdkResponse>) => (await reply).httpStatusCode;
    const tracker = {
      tracker_type: "data",
      tracker_name: "buckets",
      data_bucket: { data_bucket_name: "models", data_event: ["READ"] },
    };
    expect(await statusOf(send("POST", "/tracker", tracker))).toBe(201);
    const more = { ...tracker.data_bucket, data_event: ["READ", "WRITE"] };
    expect(await statusOf(send("PUT", "/tracker", { ...tracker, data_bucket: more }))).toBe(200);
    expect(await send("GET", "/trackers", undefined, { tracker_type: "data" })).toMatchObject({
      trackers: [{ tracker_name: "buckets", data_bucket: more }],
    });
    expect(await send("GET", "/quotas")).toMatchObject({ resources: [{ used: 1 }, { used: 1 }] });
    const { trackers } = z
      .looseObject({ trackers: z.array(z.looseObject({ id: z.string() })) })
      .parse(await send("GET", "/trackers", undefined, { tracker_type: "data" }));
    const tags = { tags: [{ key: "team", value: "vision" }] };
    const tagged = `/cts-tracker/${trackers[0]?.id}/tags`;
    expect(await statusOf(send("POST", `${tagged}/create`, tags))).toBe(204);
    expect(await send("GET", tagged)).toMatchObject(tags);
    expect(await send("POST", "/cts-tracker/resource-instances/filter", {})).toMatchObject({
      total_count: 2,
    });
    expect(await statusOf(send("DELETE", `${tagged}/delete`, tags))).toBe(204);
    const named = { tracker_name: "buckets", tracker_type: "data" };
    expect(await statusOf(send("DELETE", "/trackers", undefined, named))).toBe(204);

    const notification = {
      notification_name: "all",
      operation_type: "complete",
      topic_id: "urn:smn:cn-north-4:p:alarms",
    };
    const made = z
      .looseObject({ notification_id: z.string() })
      .parse(await send("POST", "/notifications", notification));
    const { notification_id } = made;
    const changed = { ...notification, notification_id, status: "disabled" };
    expect(await statusOf(send("PUT", "/notifications", changed))).toBe(200);
    expect(await send("GET", "/notifications/smn")).toMatchObject({
      notifications: [{ notification_id, status: "disabled" }],
    });
    expect(await statusOf(send("DELETE", "/notifications", undefined, { notification_id }))).toBe(
      204,
    );

    const settings = { is_support_read_only: true, support_read_only_services: ["ECS"] };
    expect(await statusOf(send("PUT", "/configuration", settings))).toBe(204);
    expect(await send("GET", "/configuration")).toMatchObject(settings);
  });

  it("reads everything that the wire API describes, as it is described", async () => {
    const { basic, connect, add, time, trackerId } = await openSdk();
    await add(project, { trace_id: "a", time: time.now - hour / 2 });
    const client = connect(basic().withProjectId(project));
    const operations = wireGroups.flatMap((group) => group.operations);
    let read = 0;
    for (const { method, path, reply } of operations) {
      if (method !== "get" || reply.schema === undefined) continue;
      const answer: unknown = await get(client, path, {
        project_id: project,
        domain_id: domain,
        tracker_name: "system",
        notification_type: "smn",
        resource_id: trackerId,
        version: "v3",
      });
      const parsed = reply.schema.safeParse(answer);
      expect([path, parsed.error?.issues]).toEqual([path, undefined]);
      read += 1;
    }
    expect(read).toBeGreaterThan(15);
    const checked = await client.sendRequest({
      method: "POST",
      url: "/v3/{domain_id}/checkbucket",
      contentType: "application/json",
      queryParams: {},
      pathParams: { domain_id: domain },
      headers: {},
      data: { buckets: [{ bucket_name: "traces" }] },
    });
    expect(checked).toMatchObject({ buckets: [{ check_bucket_response: { success: true } }] });
  });

  it("tells errors as it tells those of the real service", async () => {
    const { basic, connect, ak } = await openSdk();
    const failing = async (credential: BasicCredentials, project_id: string) => {
      try {
        await get(connect(credential), listTraces, { project_id }, { limit: 201 });
      } catch (error) {
        return error;
      }
      return undefined;
    };
    const wrongKey = new BasicCredentials().withAk(ak).withSk("wrong").withProjectId(project);
    expect(await failing(wrongKey, project)).toMatchObject({
      errorCode: "APIGW.0301",
      httpStatusCode: 401,
    });
    const right = basic().withProjectId(project);
    expect(await failing(right, foreignProject)).toMatchObject({
      errorCode: "CTS.0300",
      httpStatusCode: 404,
    });
    const invalid = await failing(right, project);
    expect(invalid).toMatchObject({ errorCode: "CTS.0300", httpStatusCode: 400 });
    expect(String(Reflect.get(Object(invalid), "requestId"))).toMatch(/^[0-9a-f-]{36}$/);
  });
});
