import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { requestJson } from "./request.ts";

/** A service that takes every request and answers none. */
function useSilentService(): void {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_path: string, { signal }: { signal: AbortSignal }) => {
    const { promise, reject } = Promise.withResolvers<never>();
    signal.addEventListener("abort", () => reject(signal.reason));
    return promise;
  });
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

test("a service that does not answer is waited for no longer than a minute", async () => {
  useSilentService();
  const asked = requestJson("/", z.object({}), { signal: new AbortController().signal });
  const failure = asked.then(
    () => null,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await failure).toMatchObject({ code: "no_answer", status: 0 });
});

test("what nobody wants any more ends at once, and as no failure of the service", async () => {
  useSilentService();
  const leaving = new AbortController();
  const asked = requestJson("/", z.object({}), { signal: leaving.signal });
  leaving.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});

test("a reply that has begun may take its time", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { promise, resolve } = Promise.withResolvers<void>();
  vi.stubGlobal("fetch", async () => ({ ok: true, json: () => promise.then(() => ({})) }));
  onTestFinished(() => void vi.unstubAllGlobals());
  const asked = requestJson("/", z.object({}));
  await vi.advanceTimersByTimeAsync(120_000);
  resolve();
  expect(await asked).toEqual({});
});
