import { connect } from "node:net";
import { errorBodySchema } from "@trace-console/contracts/console-api";
import { errorCatalogue } from "@trace-console/contracts/errors";
import { expect, it } from "vitest";
import { hour, noon, openTestApp, project } from "../test-app.ts";

async function listen() {
  const test = await openTestApp();
  const address = new URL(await test.app.listen({ host: "127.0.0.1", port: 0 }));
  return { ...test, port: Number(address.port) };
}

/** Sends bytes as they are. @returns the reply's status, headers and body, once the socket closes. */
async function send(port: number, bytes: string) {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  const [head = "", body = ""] = text.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body };
}

it.each([
  ["an address that cannot be decoded", "GET /v3/%zz/traces HTTP/1.1", "", 404, "APIGW.0101"],
  ["a method that does not exist", "FOO / HTTP/1.1", "", 400, "TC.0400"],
  ["what is no HTTP", "hello", "", 400, "TC.0400"],
  ["headers beyond 16 KiB", `GET /${"a".repeat(20_000)} HTTP/1.1`, "", 431, "TC.0431"],
  [
    "two lengths",
    "GET / HTTP/1.1",
    "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
    400,
    "TC.0400",
  ],
] as const)("%s is answered in the form of all errors", async (_, line, headers, status, code) => {
  const { port } = await listen();
  const reply = await send(port, `${line}\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);
  expect(reply.status).toBe(status);
  expect(errorBodySchema.parse(JSON.parse(reply.body)).error_code).toBe(code);
  expect(reply.head).toMatch(/x-request-id: [0-9a-f-]{36}/i);
  expect(reply.head).toMatch(/cache-control: no-store/i);
});

it("headers that do not end are cut off within seconds", { timeout: 40_000 }, async () => {
  const { port } = await listen();
  const start = performance.now();
  const reply = await send(port, "GET / HTTP/1.1\r\nHost: x\r\n");
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(errorBodySchema.parse(JSON.parse(reply.body)).error_code).toBe("TC.0408");
});

it.each(["//v3/x/traces", "/V3/x/traces", "/x//y", "/API/session", "/v3/x//traces"])(
  "the misspelt call %s is no page of the console",
  async (url) => {
    const { get } = await openTestApp();
    const reply = await get(url);
    expect(reply.statusCode).toBe(404);
    expect(errorBodySchema.parse(reply.json()).error_code).toBe("APIGW.0101");
  },
);

it("a store that fails is answered with 500, and what is asked next is served", async () => {
  const { get, store, add } = await openTestApp();
  await add(project, {});
  await store.close();
  for (const url of [
    `/v3/${project}/traces`,
    `/api/projects/${project}/totals?from=0&to=${noon + hour}`,
  ]) {
    const reply = await get(url);
    expect(reply.statusCode).toBe(500);
    expect(errorBodySchema.parse(reply.json())).toEqual({
      error_code: "CTS.0005",
      error_msg: errorCatalogue["CTS.0005"].advice,
    });
  }
  expect((await get("/api/session")).statusCode).toBe(200);
});

it("what cannot be written is told as such", async () => {
  const test = await openTestApp();
  test.accounts.accessKeys.add = () => {
    throw new Error("disk I/O error");
  };
  const reply = await test.send("POST", "/api/access-keys", { description: "" });
  expect([reply.statusCode, errorBodySchema.parse(reply.json()).error_code]).toEqual([
    500,
    "CTS.0004",
  ]);
});
