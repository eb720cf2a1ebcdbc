import { expect, it } from "vitest";
import { z } from "zod";
import { noon, openTestApp, project } from "../test-app.ts";

const reply = z.object({
  traces: z.array(z.looseObject({ trace_id: z.string(), user: z.unknown() })),
  meta_data: z.object({ count: z.int(), marker: z.string().nullable() }),
});

async function openOld() {
  const test = await openTestApp();
  const { add, get } = test;
  const traces = Array.from({ length: 60 }, (_, index) => ({
    trace_id: `t${index}`,
    time: noon - 1000 - index,
    trace_rating: index % 2 === 0 ? "normal" : "warning",
    user: { name: "ann", id: "1" },
  }));
  await add(project, ...traces);
  const ask = async (version: string, query = "") =>
    reply.parse((await get(`/${version}/${project}/system/trace?${query}`)).json());
  return { ...test, ask };
}

it("v1.0 has the user as a string, v2.0 the status under another name", async () => {
  const { ask } = await openOld();
  const [first] = (await ask("v1.0", "limit=1")).traces;
  expect(first).toMatchObject({ trace_rating: "normal" });
  expect(JSON.parse(String(first?.user))).toEqual({ name: "ann", id: "1" });
  const [second] = (await ask("v2.0", "limit=1")).traces;
  expect(second).toMatchObject({ trace_status: "normal", user: { name: "ann" } });
  expect(second).not.toHaveProperty("trace_rating");
});

it("fifty traces a page unless asked, and the marker leads on", async () => {
  const { ask } = await openOld();
  const first = await ask("v1.0");
  expect(first.meta_data).toEqual({ count: 50, marker: "t49" });
  const second = await ask("v1.0", `next=${first.meta_data.marker}`);
  expect(second.meta_data).toEqual({ count: 10, marker: null });
});

it("each version filters by its own name of the status", async () => {
  const { ask } = await openOld();
  expect((await ask("v1.0", "trace_rating=warning")).meta_data.count).toBe(30);
  expect((await ask("v2.0", "trace_status=warning")).meta_data.count).toBe(30);
  expect((await ask("v2.0", "trace_id=t3")).traces).toMatchObject([{ trace_status: "warning" }]);
});

it("there is one tracker, and no trace without leave", async () => {
  const { app, get } = await openOld();
  expect((await get(`/v2.0/${project}/mine/trace`)).json()).toMatchObject({
    error_code: "CTS.0214",
  });
  expect((await app.inject({ url: `/v1.0/${project}/system/trace` })).statusCode).toBe(401);
});
