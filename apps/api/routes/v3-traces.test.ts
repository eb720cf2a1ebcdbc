import { errorBodySchema } from "@trace-console/contracts/console-api";
import { traceSchema } from "@trace-console/contracts/trace";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { foreignProject, hour, noon, openTestApp, otherProject, project } from "../test-app.ts";

const pageSchema = z.strictObject({
  traces: z.array(traceSchema),
  meta_data: z.strictObject({ count: z.int(), marker: z.string().nullable() }),
});

const path = `/v3/${project}/traces`;
const ids = (body: string) => {
  const { traces, meta_data } = pageSchema.parse(JSON.parse(body));
  expect(meta_data.count).toBe(traces.length);
  return traces.map((trace) => trace.trace_id);
};
const marker = (body: string) => pageSchema.parse(JSON.parse(body)).meta_data.marker;

describe("GET /v3/{project_id}/traces", () => {
  it("without a session it answers 401 in the form that SDKs read", async () => {
    const { app } = await openTestApp();
    const reply = await app.inject({ url: path });
    expect(reply.statusCode).toBe(401);
    expect(errorBodySchema.parse(reply.json()).error_code).toBe("APIGW.0301");
    expect(reply.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("a foreign project answers as an unknown one", async () => {
    const { get, add } = await openTestApp();
    await add(foreignProject, { trace_id: "theirs" });
    const replies = [
      await get(`/v3/${foreignProject}/traces?trace_id=theirs`),
      await get("/v3/none/traces"),
      await get("/v3/:project_id/traces"),
    ];
    for (const reply of replies) {
      expect(reply.statusCode).toBe(404);
      expect(reply.body).toBe(replies[1]?.body);
    }
    expect(errorBodySchema.parse(replies[0]?.json()).error_code).toBe("CTS.0300");
  });

  it("the default is ten management traces of the last hour, newest first", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      ...Array.from({ length: 12 }, (_, n) => ({ trace_id: `t${n}`, time: noon - 1000 * (n + 1) })),
      { trace_id: "old", time: noon - hour },
      { trace_id: "data", trace_type: "ObsSDK" },
      { trace_id: "now", time: noon },
    );
    const reply = await get(path);
    expect(ids(reply.body)).toEqual(Array.from({ length: 10 }, (_, n) => `t${n}`));
    expect(marker(reply.body)).toBe("t9");
    const rest = await get(`${path}?next=t9`);
    expect(ids(rest.body)).toEqual(["t10", "t11"]);
    expect(marker(rest.body)).toBeNull();
    expect(reply.headers["content-type"]).toContain("application/json");
  });

  it("from and to are exclusive, and either may stand alone", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      ...[-2, -1, 0, 1, 2].map((ms) => ({ trace_id: `${ms}`, time: noon - 2 * hour + ms })),
      { trace_id: "late", time: noon - 1 },
    );
    const at = noon - 2 * hour;
    expect(ids((await get(`${path}?from=${at - 1}&to=${at + 2}`)).body)).toEqual(["1", "0"]);
    expect(ids((await get(`${path}?from=${at + 1}`)).body)).toEqual(["late", "2"]);
    expect(ids((await get(`${path}?to=${at + 1}`)).body)).toEqual(["0", "-1", "-2"]);
    expect(ids((await get(`${path}?to=${at + hour}`)).body)).toEqual(["2", "1"]);
    expect(ids((await get(`${path}?from=${at}&to=${at}`)).body)).toEqual([]);
    expect(ids((await get(`${path}?from=${at}&to=${at - 5}`)).body)).toEqual([]);
    expect(ids((await get(`${path}?from=1&to=1000`)).body)).toEqual([]);
    expect(ids((await get(`${path}?from=-5&to=${at}`)).body)).toEqual(["-1", "-2"]);
  });

  it("trace_id overrides every other parameter but never the project", async () => {
    const { get, add } = await openTestApp();
    await add(project, { trace_id: "a", time: noon - 100 * hour }, { trace_id: "b" });
    await add(otherProject, { trace_id: "theirs" });
    const url = `${path}?trace_id=a&trace_name=none&from=1&to=2&next=unknown&limit=x&trace_type=data`;
    expect(ids((await get(url)).body)).toEqual(["a"]);
    expect(ids((await get(`${path}?trace_id=theirs`)).body)).toEqual([]);
    expect(ids((await get(`${path}?trace_id=none`)).body)).toEqual([]);
  });

  it("each filter is exact and case-sensitive, and filters combine", async () => {
    const { get, add } = await openTestApp();
    const fields = {
      service_type: "ModelArts",
      resource_type: "JobV2",
      trace_name: "StopJobV2",
      resource_id: "id 1",
      resource_name: "训练 a+b&c",
      trace_rating: "warning",
      enterprise_project_id: "ep",
    };
    await add(
      project,
      { trace_id: "match", ...fields, user: { name: "li.wei", access_key_id: "AK1" } },
      {
        trace_id: "other",
        service_type: "ECS",
        resource_type: "ecs",
        trace_name: "stopServer",
        resource_id: "x",
        resource_name: "x",
        trace_rating: "normal",
        enterprise_project_id: "0",
        user: { name: "zhang", access_key_id: "AK2" },
      },
    );
    const wanted = { ...fields, user: "li.wei", access_key_id: "AK1" };
    for (const [name, value] of Object.entries(wanted)) {
      const url = `${path}?${name}=${encodeURIComponent(value)}`;
      expect([name, ids((await get(url)).body)]).toEqual([name, ["match"]]);
    }
    const all = new URLSearchParams(wanted);
    expect(ids((await get(`${path}?${all.toString()}`)).body)).toEqual(["match"]);
    all.set("trace_name", "stopjobv2");
    expect(ids((await get(`${path}?${all.toString()}`)).body)).toEqual([]);
  });

  it("for data traces the management filters are ignored and tracker_name filters", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      { trace_id: "a", trace_type: "ObsSDK", tracker_name: "data-a" },
      { trace_id: "b", trace_type: "obsapi", tracker_name: "data-b" },
      { trace_id: "c", trace_type: "ApiCall", tracker_name: "system" },
    );
    const ignored = "service_type=x&user=x&resource_id=x&trace_name=x&trace_rating=incident";
    expect(ids((await get(`${path}?trace_type=data&${ignored}`)).body)).toEqual(["b", "a"]);
    expect(ids((await get(`${path}?trace_type=data&tracker_name=data-a`)).body)).toEqual(["a"]);
    expect(ids((await get(`${path}?tracker_name=data-a`)).body)).toEqual(["c"]);
  });

  it("a parameter that does not fit is refused and named; empty and unknown ones are not", async () => {
    const { get, add } = await openTestApp();
    await add(otherProject, { trace_id: "theirs" });
    for (const [name, query] of [
      ["limit", "limit=0"],
      ["limit", "limit=201"],
      ["limit", "limit=1.5"],
      ["limit", "limit=ten"],
      ["limit", "limit=-1"],
      ["trace_rating", "trace_rating=Normal"],
      ["trace_type", "trace_type=management"],
      ["from", "from=yesterday"],
      ["to", "to=1e3"],
      ["next", "next=none"],
      ["next", "next=theirs"],
      ["user", "user=a&user=b"],
      ["trace_id", "trace_id=a&trace_id=a"],
    ] as const) {
      const reply = await get(`${path}?${query}`);
      const body = errorBodySchema.parse(reply.json());
      expect([query, reply.statusCode, body.error_code]).toEqual([query, 400, "CTS.0300"]);
      expect(body.error_msg).toContain(name);
    }
    for (const query of ["limit=&trace_rating=&from=&next=&trace_id=", "unknown=1&unknown=2"]) {
      expect((await get(`${path}?${query}`)).statusCode).toBe(200);
    }
  });

  it("walking with any limit gives each trace once while new ones arrive", async () => {
    const { get, add } = await openTestApp();
    const all = Array.from({ length: 250 }, (_, n) => ({
      trace_id: `t${n}`,
      time: noon - 1000 - Math.floor(n / 3),
    }));
    await add(project, ...all);
    for (const limit of [1, 7, 10, 200]) {
      const walked: string[] = [];
      let next: string | null = "";
      for (let page = 0; next !== null; page += 1) {
        const { body } = await get(`${path}?limit=${limit}&next=${next}`);
        walked.push(...ids(body).filter((id) => id.startsWith("t")));
        next = marker(body);
        if (page < 5)
          await add(project, { trace_id: `new ${limit} ${page}`, time: noon - 1 - page });
      }
      expect(walked.toSorted()).toEqual(all.map((one) => one.trace_id).toSorted());
    }
  });

  it("a marker goes on with other filters and another window", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      ...[1, 2, 3, 4].map((n) => ({
        trace_id: `t${n}`,
        time: noon - n,
        trace_name: n % 2 ? "odd" : "even",
      })),
    );
    expect(ids((await get(`${path}?next=t1&trace_name=odd`)).body)).toEqual(["t3"]);
    expect(ids((await get(`${path}?next=t1&from=${noon - 4}&to=${noon}`)).body)).toEqual([
      "t2",
      "t3",
    ]);
  });
});
