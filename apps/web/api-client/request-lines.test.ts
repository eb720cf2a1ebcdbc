import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { requestLines } from "./request-lines.ts";
import { RequestFailure } from "./request.ts";

const schema = z.object({ done: z.boolean(), name: z.string() });

/** Asks a network that answers with these pieces, one after the other. */
async function ask(pieces: readonly (string | Uint8Array<ArrayBuffer>)[], status = 200) {
  vi.stubGlobal("fetch", async () => {
    const body = new ReadableStream({
      start(stream) {
        for (const piece of pieces) stream.enqueue(Buffer.from(piece));
        stream.close();
      },
    });
    return new Response(body, { status, headers: { "x-request-id": "r" } });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const partial: string[] = [];
  const { signal } = new AbortController();
  const last = await requestLines("/", schema, signal, ({ name }) => partial.push(name));
  return { last, partial };
}

const line = (name: string, done = false) => `${JSON.stringify({ done, name })}\n`;

test("lines are told one by one, however they are cut, and the last is the answer", async () => {
  const bytes = Buffer.from(line("一") + line("two") + line("三", true));
  const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
  const answer = { last: { done: true, name: "三" }, partial: ["一", "two"] };
  expect(await ask(pieces)).toEqual(answer);
  expect(await ask([bytes])).toEqual(answer);
});

test.each([
  ["nothing", [], "stopped before"],
  ["lines without a last one", [line("a"), line("b")], "stopped before"],
  ["half a last line", [line("a"), line("b", true).trimEnd()], "stopped before"],
  ["a line of another shape", [`{"done":true}\n`], "name: "],
  ["what is no JSON", ["<html>\n"], "body: "],
])("%s is a failure", async (_, pieces, message) => {
  await expect(ask(pieces)).rejects.toThrow(message);
  await expect(ask(pieces)).rejects.toBeInstanceOf(RequestFailure);
});

test("an error of the service is told in its own words", async () => {
  const body = JSON.stringify({ error_code: "TC.0503", error_msg: "Too many searches." });
  await expect(ask([body], 503)).rejects.toMatchObject({
    status: 503,
    message: "Too many searches.",
  });
});
