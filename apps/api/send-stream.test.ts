import { once } from "node:events";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import Fastify, { type FastifyReply } from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { sendStream } from "./send-stream.ts";
import { Slots } from "./slots.ts";

/** A server whose only path sends what `work` makes. */
async function openStreaming(work: (raw: FastifyReply["raw"]) => AsyncGenerator<string>) {
  const app = Fastify();
  app.decorate("allowAgain", () => {});
  app.decorateRequest("caller", undefined);
  app.addHook("onRequest", async (request) => {
    request.caller = { user: "ann", by: "session", projects: [], actions: new Set() };
  });
  const slots = new Slots(1, "streams");
  app.get("/", (_request, reply) => sendStream(reply, slots, () => work(reply.raw)));
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => app.close());
  return { app, slots, url, port: Number(new URL(url).port) };
}

/** The text that comes on a bare connection, and how that ended. */
function readBare(port: number, version: "1.0" | "1.1") {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise<string>((resolve) => {
    socket.once("end", () => resolve("end"));
    socket.once("error", (error) => resolve("code" in error ? String(error.code) : error.name));
  });
  socket.write(`GET / HTTP/${version}\r\nHost: x\r\n\r\n`);
  return { ended, text: () => text };
}

it.each(["1.0", "1.1"] as const)(
  "a failure on the way is no end of the reply, also for HTTP/%s, which knows no other end than that of the connection",
  async (version) => {
    const begun = Promise.withResolvers<undefined>();
    const { port } = await openStreaming(async function* fail() {
      yield "the first half";
      await begun.promise;
      throw new Error("no disk");
    });
    const { ended, text } = readBare(port, version);
    await expect.poll(text).toContain("the first half");
    begun.resolve(undefined);
    expect(await ended).toBe("ECONNRESET");
  },
);

it("long work that has nothing to send yet is not taken for a client that stalls", async () => {
  const { url } = await openStreaming(async function* search({ socket }) {
    socket?.setTimeout(20);
    for (const text of ["first ", "last"]) {
      if (socket !== null) await once(socket, "timeout");
      await setImmediate();
      yield text;
    }
  });
  expect(await (await fetch(url)).text()).toBe("first last");
});

it("a client that stalls loses its reply, and its place is free", async () => {
  const stopped = Promise.withResolvers<undefined>();
  const { port, slots } = await openStreaming(async function* endless({ socket }) {
    socket?.setTimeout(50);
    try {
      for (;;) yield "x".repeat(100_000);
    } finally {
      stopped.resolve(undefined);
    }
  });
  const socket = connect(port, "127.0.0.1").pause();
  onTestFinished(() => {
    socket.destroy();
  });
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await stopped.promise;
  const place = () => slots.run("ann", async () => "free").catch(() => "taken");
  await expect.poll(place).toBe("free");
});
