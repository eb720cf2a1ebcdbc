import { countingAddressesSchema, errorBodySchema } from "@trace-console/contracts/console-api";
import { expect, it } from "vitest";
import { maxSearches } from "../limits.ts";
import { foreignProject, hour, noon, openTestApp, otherProject, project } from "../test-app.ts";

const window = `from=${noon - 48 * hour}&to=${noon + hour}`;
const pathOf = (project_id: string, query: string) =>
  `/api/projects/${project_id}/addresses?${query}`;

function linesOf(body: string) {
  return body
    .trimEnd()
    .split("\n")
    .map((line) => countingAddressesSchema.parse(JSON.parse(line)));
}

it("the addresses of the traces that match are told with their counts, in lines", async () => {
  const { get, add } = await openTestApp();
  await add(
    project,
    { source_ip: "10.0.0.1", trace_name: "CreateJobV2" },
    { source_ip: "10.0.0.2", trace_name: "StopJobV2" },
    { source_ip: "10.0.0.2", trace_name: "StopJobV2", time: noon - 50 * hour },
    { source_ip: "fe80::1", trace_type: "ObsSDK" },
    { source_ip: "", trace_name: "CreateJobV2" },
  );
  await add(project, { source_ip: "10.0.0.1", trace_name: "StopJobV2" });
  await add(otherProject, { source_ip: "10.0.0.9" });
  const reply = await get(pathOf(project, window));
  expect(reply.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
  expect(linesOf(reply.body).at(-1)).toEqual({
    done: true,
    share: 1,
    addresses: [
      { value: "10.0.0.1", count: 2 },
      { value: "10.0.0.2", count: 1 },
    ],
    others: 0,
  });
  const valuesUnder = async (filter: string) =>
    linesOf((await get(pathOf(project, `${window}&${filter}`))).body)
      .at(-1)
      ?.addresses.map(({ value }) => value);
  expect(await valuesUnder("trace_name=CreateJobV2")).toEqual(["10.0.0.1"]);
  expect(await valuesUnder("source_ip=10.0.0.2&source_ip=10.0.0")).toEqual(["10.0.0.2"]);
  expect(await valuesUnder("not_source_ip=10.0.0.2")).toEqual(["10.0.0.1"]);
  expect(await valuesUnder("trace_type=data")).toEqual(["fe80::1"]);
});

it("a query that does not fit is refused, and so is a project that is not one's own", async () => {
  const { get, app } = await openTestApp();
  const reply = await get(pathOf(project, "from=1"));
  expect(reply.statusCode).toBe(400);
  expect(errorBodySchema.parse(reply.json()).error_msg).toContain(" to:");
  expect((await get(pathOf(foreignProject, window))).statusCode).toBe(404);
  expect((await app.inject({ url: pathOf(project, window) })).statusCode).toBe(401);
});

it("counts end when the client leaves, and too many are sent away", async () => {
  const { add, listen } = await openTestApp({ hasThreads: true });
  const request = "x".repeat(40_000);
  const fields = Array.from({ length: 1_500 }, (_, n) => ({ time: noon - n - 1, request }));
  await add(project, ...fields);
  const { ask } = await listen();
  const leaving = new AbortController();
  const left = Array.from({ length: maxSearches }, () =>
    ask(pathOf(project, window), { signal: leaving.signal }),
  );
  const status = async () => (await ask(pathOf(project, "from=1&to=2"))).status;
  await expect.poll(status, { interval: 1, timeout: 10_000 }).toBe(503);
  leaving.abort();
  await Promise.allSettled(left);
  await expect.poll(status, { interval: 1, timeout: 10_000 }).toBe(200);
});
