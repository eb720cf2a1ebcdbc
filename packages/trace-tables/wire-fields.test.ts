import fc from "fast-check";
import { expect, it } from "vitest";
import { WireFields } from "./wire-fields.ts";

const names = ["time", "user.name", "user.id", "code", "名"];
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The JSON texts of the fields in a text, undefined for those that are absent. */
function read(text: string): (string | undefined)[] | false {
  const bytes = bytesOf(`..${text}..`);
  const fields = new WireFields(names);
  if (!fields.read(bytes, 2, bytes.length - 2)) return false;
  return names.map((_, field) => {
    const [start = -1, end = -1] = [fields.starts[field], fields.ends[field]];
    return start === -1 ? undefined : new TextDecoder().decode(bytes.subarray(start, end));
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

it("the values found are those that JSON.parse finds, whatever stands around them", () => {
  const value = fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" });
  const user = fc.dictionary(fc.constantFrom("name", "id", "ID", "na"), value);
  const name = fc.oneof(
    fc.constantFrom("time", "code", "名", "use", "user.name", 'us"er'),
    fc.string(),
  );
  const trace = fc.tuple(fc.dictionary(name, value), fc.option(fc.oneof(user, value)));
  fc.assert(
    fc.property(trace, ([fields, someone]) => {
      const written = JSON.stringify(someone === null ? fields : { ...fields, user: someone });
      const parsed: unknown = JSON.parse(written);
      if (!isObject(parsed)) throw new Error("no object");
      const found = names.map((path) => {
        const [outer = "", inner] = path.split(".");
        const holder = inner === undefined ? parsed : parsed[outer];
        const key = inner ?? outer;
        return isObject(holder) && Object.hasOwn(holder, key)
          ? JSON.stringify(holder[key])
          : undefined;
      });
      expect(read(written)).toEqual(found);
    }),
  );
});

it.each(["", "[]", "{", '{"time"', '{"time":', '{"time":1', '{"time":1}}', '{"a":"b', '{ "a":1}'])(
  "%s is no object as JSON.stringify writes it",
  (text) => {
    expect(read(text)).toBe(false);
  },
);
