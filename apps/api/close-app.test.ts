import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { closeApp } from "./close-app.ts";

async function* endless(): AsyncGenerator<string> {
  for (;;) {
    yield "a line\n";
    await setTimeout(10);
  }
}

it("a reply that does not end keeps the server no longer than the time of grace", async () => {
  const app = Fastify();
  app.get("/endless", async (_, reply) => reply.send(Readable.from(endless())));
  app.get("/brief", async () => {
    await setTimeout(100);
    return "done";
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const reply = await fetch(`${address}/endless`);
  const brief = fetch(`${address}/brief`).then((answer) => answer.text());
  await setTimeout(20);
  const start = performance.now();
  await closeApp(app, 500);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(await brief).toBe("done");
  await expect(reply.text()).rejects.toThrow("terminated");
});
