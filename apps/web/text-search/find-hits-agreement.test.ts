import type { Trace } from "@trace-console/contracts/trace";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findHits } from "./find-hits.ts";
import { foldCase } from "./fold-case.ts";

/** Characters that trip careless code: of JSON, of escapes, and with more than one capital. */
const signs = Array.from('aAkK\u212AiI\u0130\u0307中😀 "\\/\n\u0000{}[],:u0n');
const sigmas = ["Σ", "σ", "ς"];

/** Traces whose texts are made of these characters: bare, as JSON, and as JSON within JSON. */
function tracesOf(characters: readonly string[]): fc.Arbitrary<Trace> {
  const word = fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
  const asJson = (value: fc.Arbitrary<unknown>) => value.map((inner) => JSON.stringify(inner));
  const list = asJson(fc.array(fc.oneof(word, fc.nat()), { maxLength: 4 }));
  const text = fc.oneof(word, list, asJson(fc.dictionary(word, fc.oneof(word, list))));
  return fc.record({
    trace_id: word,
    trace_name: word,
    time: fc.constant(1),
    request: text,
    message: text,
    user: fc.record({ name: word, invoked_by: fc.array(text, { maxLength: 3 }) }),
  });
}

/** The texts in which the server searches: every string of the trace, and no key. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((inner: unknown) => textsOf(inner));
}

/** The server's rule, the obvious way. */
function isHeld(trace: Trace, text: string): boolean {
  return textsOf(trace).some((own) => own.toLowerCase().includes(text.toLowerCase()));
}

test("a hit is shown for every piece of each of a trace's own texts", () => {
  fc.assert(
    fc.property(tracesOf([...signs, ...sigmas]), fc.nat(), fc.nat(), (trace, from, length) => {
      for (const own of textsOf(trace)) {
        const characters = Array.from(own);
        const start = from % Math.max(characters.length, 1);
        const text = characters.slice(start, start + 1 + (length % 12)).join("");
        if (text === "") continue;
        const [hit] = findHits(trace, text);
        expect(foldCase(hit?.hit.replaceAll("↵", "\n") ?? "")).toContain(foldCase(text));
      }
    }),
    { numRuns: 1000 },
  );
});

test("hits are shown for the texts that the server finds, and for no other", () => {
  const word = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(tracesOf(signs), word, (trace, text) => {
      expect(findHits(trace, text, 1)).toHaveLength(isHeld(trace, text) ? 1 : 0);
    }),
    { numRuns: 1000 },
  );
});

test("what the server finds in JSON where a word ends elsewhere is found here too", () => {
  // An end for the server, which sees the letter n of the escape before it; no end for a line.
  const trace: Trace = { trace_id: "1", trace_name: "\nΣ", time: 1 };
  expect(JSON.stringify(trace.trace_name).toLowerCase()).toBe(String.raw`"\nς"`);
  expect(findHits(trace, "ς")).toHaveLength(1);
  expect(findHits(trace, "σ")).toHaveLength(1);
});

test("no character but İ changes its length in lower case", () => {
  const changing: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (character.toLowerCase().length !== character.length) changing.push(character);
  }
  expect(changing).toEqual(["\u0130"]);
});
