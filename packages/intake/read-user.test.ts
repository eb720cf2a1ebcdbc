import { describe, expect, test } from "vitest";
import { readUser } from "./read-user.ts";

const full = {
  name: "op_service",
  id: "f2fe9fac63414a35a7d03108d5f1ea73",
  domain: { name: "aaa", id: "1f9b9ba51f6b4061bd5c1736b28469f8" },
};

describe("readUser", () => {
  test("an object in the right types is taken as it is", () => {
    expect(readUser(full)).toBe(full);
  });

  test("JSON text gives the same as the object", () => {
    expect(readUser(JSON.stringify(full))).toEqual(full);
    expect(readUser(` ${JSON.stringify(full, undefined, 2)}\n`)).toEqual(full);
  });

  test("a plain name is the name", () => {
    expect(readUser("aaa/op_service")).toEqual({ name: "aaa/op_service" });
    expect(readUser("张三 ")).toEqual({ name: "张三 " });
    expect(readUser(42)).toEqual({ name: "42" });
  });

  test.each([null, undefined, "", "  ", true, []])("%j is no user", (value) => {
    expect(readUser(value)).toBeUndefined();
  });

  test("of JSON text that was cut off, all that is complete is taken if the name is", () => {
    const text = JSON.stringify({ ...full, access_key_id: "HST" });
    const nameEnd = text.indexOf('"op_service"') + '"op_service"'.length;
    for (let length = 1; length < text.length; length++) {
      const cut = text.slice(0, length);
      expect(readUser(cut)?.["name"]).toBe(length <= nameEnd ? cut : "op_service");
    }
    expect(readUser(text.slice(0, -5))).toEqual(full);
  });

  test("the name of the account is not taken for the name of the user", () => {
    const cut = '{"domain":{"name":"aaa","id":"1f9b"},"id":"f2fe9fac","na';
    expect(readUser(cut)).toEqual({ name: cut });
  });

  test("nested values become the types of the wire contract", () => {
    expect(
      readUser({
        id: 7,
        principal_is_root_user: true,
        account_id: null,
        domain: { id: 12, name: null, extra: [1] },
        invoked_by: "service.console",
        session_context: { attributes: { created_at: 1718777931170, mfa_authenticated: false } },
        assumedBy: { user: { domain: null } },
      }),
    ).toEqual({
      id: "7",
      principal_is_root_user: "true",
      domain: { id: "12", extra: [1] },
      invoked_by: ["service.console"],
      session_context: { attributes: { created_at: "1718777931170", mfa_authenticated: "false" } },
      assumedBy: { user: { domain: null } },
    });
  });

  test("nested objects are also read from JSON text", () => {
    const session_context = '{"attributes":"{\\"created_at\\":1}"}';
    expect(readUser({ domain: '{"name":"aaa"}', session_context })).toEqual({
      domain: { name: "aaa" },
      session_context: { attributes: { created_at: "1" } },
    });
    expect(readUser({ domain: "aaa", session_context: "x", invoked_by: "" })).toEqual({
      domain: { name: "aaa" },
    });
    expect(
      readUser({ domain: 5, session_context: { attributes: "x" }, invoked_by: [1, null] }),
    ).toEqual({
      session_context: {},
      invoked_by: ["1"],
    });
  });

  test("text that nests too deeply is a name", () => {
    const text = `{"name":"x","a":${"[".repeat(31)}${"]".repeat(31)}}`;
    expect(readUser(text)).toEqual({ name: text });
    const cut = `{"name":"x","a":${"[".repeat(100_000)}`;
    expect(readUser(cut)).toEqual({ name: cut });
  });
});
