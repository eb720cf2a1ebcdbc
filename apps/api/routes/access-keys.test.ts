import { createdAccessKeySchema } from "@trace-console/contracts/administration-api";
import { allProjects } from "@trace-console/contracts/permissions";
import { expect, it } from "vitest";
import { openTestApp } from "../test-app.ts";

it("users make, see, disable and delete their own keys, and the secret is told once", async () => {
  const { app, accounts, session } = await openTestApp();
  await accounts.users.add("bob", "pw", []);
  const bobs = accounts.accessKeys.add("bob", "")?.access_key_id ?? "";
  const send = (method: "GET" | "POST" | "PATCH" | "DELETE", url: string, payload?: object) =>
    app.inject({
      method,
      url,
      cookies: { cts_sid: session },
      ...(payload === undefined ? {} : { payload }),
    });
  const made = await send("POST", "/api/access-keys", { description: "pipeline" });
  expect(made.statusCode).toBe(201);
  const { access_key_id, secret_access_key } = createdAccessKeySchema.parse(made.json());
  expect(accounts.accessKeys.find(access_key_id)).toEqual({
    user: "ann",
    secret: secret_access_key,
  });
  const listed = await send("GET", "/api/access-keys");
  expect(listed.json()).toMatchObject({ access_keys: [{ access_key_id, is_disabled: false }] });
  expect(listed.body).not.toContain(secret_access_key);
  expect(listed.body).not.toContain(bobs);
  const path = `/api/access-keys/${access_key_id}`;
  expect((await send("PATCH", path, { is_disabled: true })).statusCode).toBe(204);
  expect(accounts.accessKeys.find(access_key_id)).toBeUndefined();
  for (const method of ["PATCH", "DELETE"] as const) {
    const payload = method === "PATCH" ? { is_disabled: true } : undefined;
    expect((await send(method, `/api/access-keys/${bobs}`, payload)).statusCode).toBe(404);
  }
  expect((await send("DELETE", path)).statusCode).toBe(204);
  expect((await send("DELETE", path)).statusCode).toBe(404);
  expect(accounts.accessKeys.find(bobs)).toBeDefined();
});

it("the eleventh key is refused", async () => {
  const { app, session } = await openTestApp();
  const make = () =>
    app.inject({
      method: "POST",
      url: "/api/access-keys",
      cookies: { cts_sid: session },
      payload: { description: "" },
    });
  for (let made = 0; made < 10; made += 1) expect((await make()).statusCode).toBe(201);
  expect((await make()).statusCode).toBe(409);
});

it("an administrator sees, disables and deletes the keys of others, and can make none of them", async () => {
  const { app, accounts, session } = await openTestApp();
  const grants = [{ role: "Trace Console Administrator", project_id: allProjects }] as const;
  await accounts.users.add("root", "pw", grants);
  const root = accounts.sessions.open("root", { address: "127.0.0.1", user_agent: "" });
  const made = accounts.accessKeys.add("ann", "pipeline");
  const id = made?.access_key_id ?? "";
  const path = "/api/users/ann/access-keys";
  const send = (
    method: "GET" | "POST" | "PATCH" | "DELETE",
    url: string,
    cts_sid: string,
    payload?: object,
  ) =>
    app.inject({
      method,
      url,
      cookies: { cts_sid },
      ...(payload === undefined ? {} : { payload }),
    });
  const listed = await send("GET", path, root);
  expect(listed.json()).toMatchObject({ access_keys: [{ access_key_id: id }] });
  expect(listed.body).not.toContain(made?.secret);
  expect((await send("PATCH", `${path}/${id}`, root, { is_disabled: true })).statusCode).toBe(204);
  expect(accounts.accessKeys.find(id)).toBeUndefined();
  expect((await send("DELETE", `/api/users/root/access-keys/${id}`, root)).statusCode).toBe(404);
  expect((await send("POST", path, root, { description: "" })).statusCode).toBe(404);
  expect((await send("DELETE", `${path}/${id}`, session)).statusCode).toBe(403);
  expect((await send("DELETE", `${path}/${id}`, root)).statusCode).toBe(204);
  expect(accounts.accessKeys.list("ann")).toEqual([]);
});
