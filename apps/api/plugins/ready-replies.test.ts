import { setImmediate as turn } from "node:timers/promises";
import fastify from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { sendJsonBytes } from "./ready-replies.ts";

/** Notes when requests are asked and answered. @param onAsked is called before the answer. */
async function openNoting(onAsked: (name: string) => void = () => {}) {
  const notes: string[] = [];
  const app = fastify();
  onTestFinished(() => app.close());
  app.get<{ Params: { name: string } }>("/:name", ({ params: { name } }, reply) => {
    notes.push(`asked ${name}`);
    reply.raw.once("prefinish", () => notes.push(`${name} leaves`));
    onAsked(name);
    return sendJsonBytes(reply, [Buffer.from(`"${name}`), Buffer.from('"')]);
  });
  await app.ready();
  return { notes, ask: async (name: string) => (await app.inject(`/${name}`)).json<unknown>() };
}

it("lets replies leave together when their requests come a turn apart", async () => {
  const second = Promise.withResolvers<unknown>();
  const askNextTurn = (name: string) => {
    if (name !== "a") return;
    setImmediate(() => setImmediate(() => second.resolve(ask("b"))));
  };
  const { notes, ask } = await openNoting(askNextTurn);
  expect(await ask("a")).toBe("a");
  expect(await second.promise).toBe("b");
  expect(notes).toEqual(["asked a", "asked b", "a leaves", "b leaves"]);
});

it("does not hold a reply back for requests that do not come", async () => {
  const { notes, ask } = await openNoting();
  const reply = ask("a");
  while (!notes.includes("asked a")) await turn();
  for (let turns = 0; turns < 2; turns += 1) await turn();
  expect(notes).toContain("a leaves");
  expect(await reply).toBe("a");
});
