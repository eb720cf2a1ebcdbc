import { connect } from "node:net";
import { errorBodySchema } from "@trace-console/contracts/console-api";
import { expect, it } from "vitest";
import { maxExports, maxExportsPerUser } from "../limits.ts";
import { hour, noon, openTestApp, project } from "../test-app.ts";

const path = (format: string) =>
  `/api/projects/${project}/export.${format}?from=${noon - 48 * hour}&to=${noon}`;

/** An app that listens, with more traces than the sockets of a stalled client take. */
async function openWithMuch() {
  const test = await openTestApp();
  const request = "x".repeat(50_000);
  const fields = Array.from({ length: 400 }, (_, n) => ({ time: noon - n - 1, request }));
  await test.add(project, ...fields);
  const { origin, cookie, ask } = await test.listen();
  /** Asks and then reads nothing. @returns how to go away. */
  const stall = async (format: string) => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    socket.write(`GET ${path(format)} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`);
    await new Promise((resolve) => socket.once("readable", resolve));
    return () => socket.destroy();
  };
  const statusOf = async (format: string) => {
    const { status, body } = await ask(path(format));
    await body?.cancel();
    return status;
  };
  return { ...test, stall, ask, statusOf };
}

it.each(["ndjson", "csv"])(
  "exports as %s beyond the limit are sent away; a client that leaves makes room",
  async (format) => {
    const { stall, ask, statusOf } = await openWithMuch();
    const leave = await Promise.all(Array.from({ length: maxExportsPerUser }, () => stall(format)));
    const refused = await ask(path(format));
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(errorBodySchema.parse(await refused.json()).error_code).toBe("TC.0503");
    leave[0]?.();
    await expect.poll(() => statusOf(format), { timeout: 10_000 }).toBe(200);
    for (const one of leave) one();
  },
);

it("an export that ended made room for the next", async () => {
  const { get, add } = await openTestApp();
  await add(project, {});
  for (let times = 0; times < maxExports * 2; times += 1) {
    expect((await get(path("csv"))).statusCode).toBe(200);
    expect((await get(path("ndjson"))).statusCode).toBe(200);
  }
});

it("a store that cannot be read is an error, not an empty file", async () => {
  const { get, store } = await openTestApp();
  await store.close();
  expect((await get(path("csv"))).statusCode).toBe(500);
  expect((await get(path("ndjson"))).statusCode).toBe(500);
});
