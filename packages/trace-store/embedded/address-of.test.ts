import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOf } from "./address-of.ts";

const find = (trace: unknown) => addressOf(Buffer.from(JSON.stringify(trace)));

it.each([
  ["first", { source_ip: "10.0.0.1", a: 1 }, "10.0.0.1"],
  ["last", { a: "x", b: [1, { c: {} }], source_ip: "fe80::1" }, "fe80::1"],
  ["empty", { source_ip: "" }, ""],
  ["of other letters", { source_ip: '训练"\\\n\ud800' }, '训练"\\\n\ud800'],
  ["absent", { a: "source_ip" }, undefined],
  ["not a text", { source_ip: null, a: "10.0.0.1" }, undefined],
])("finds an address that is %s", (_, trace, address) => {
  expect(find(trace)).toBe(address);
});

it.each([
  ["in an object", { user: { source_ip: "10.9.9.9" } }],
  ["in a list", { hops: [{ source_ip: "10.9.9.9" }, [{ source_ip: "10.9.9.9" }]] }],
  ["in a text", { request: '{"source_ip":"10.9.9.9"}' }],
  ["in a text within a text", { request: JSON.stringify({ body: '{"source_ip":"10.9.9.9"}' }) }],
  ["in a text of brackets", { request: '}{"source_ip":"10.9.9.9"', a: "}]", b: ["{["] }],
  ["at the end of a text", { request: 'a "source_ip', b: '"source_ip":' }],
  ["at the end of a name", { 'a,"source_ip': "10.9.9.9", '\\"source_ip': "10.9.9.9" }],
  ["in another case", { Source_Ip: "10.9.9.9", SOURCE_IP: "10.9.9.9" }],
  ["in a longer name", { source_ip_address: "10.9.9.9", "the source_ip": "10.9.9.9" }],
])("passes by one %s", (_, rest) => {
  expect(find(rest)).toBeUndefined();
  expect(find({ ...rest, source_ip: "10.0.0.1" })).toBe("10.0.0.1");
  expect(find({ source_ip: "10.0.0.1", ...rest })).toBe("10.0.0.1");
});

/** Texts out of which the name of the field and what stands around it may be put together. */
const marks = ['"', "\\", "{", "}", "[", "]", ",", ":", "source_ip", '"source_ip":"'];
const others = ['{"source_ip":"x"}', "10.0.0.1", "\u0000", "é", "训", "\u{1f600}", "\ud800", " "];
const piece = fc.constantFrom(...marks, ...others);
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const name = fc.oneof(text, fc.constant("source_ip"));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    text,
    fc.integer(),
    fc.constant(null),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(name, tie("tree"), { maxKeys: 3 }),
  ),
}));
const address = fc.option(text, { nil: undefined });

it("finds in any JSON the field itself alone", () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.dictionary(name, tree, { maxKeys: 4 }),
      address,
      fc.dictionary(name, tree, { maxKeys: 2 }),
      (before, source_ip, after) => {
        const { source_ip: _first, ...start } = before;
        const { source_ip: _last, ...end } = after;
        const trace = { ...start, ...(source_ip === undefined ? {} : { source_ip }), ...end };
        if (source_ip !== undefined) found += 1;
        expect(find(trace)).toBe(source_ip);
      },
    ),
    { numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(1_000);
});
