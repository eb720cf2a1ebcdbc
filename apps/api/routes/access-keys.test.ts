import { createdAccessKeySchema } from "@trace-console/contracts/administration-api";
import { allProjects } from "@trace-console/contracts/permissions";
import { expect, it } from "vitest";
import { openTestApp } from "../test-app.ts";

it("users make, see, disable and delete their own keys, and the secret is told once", async () => {
  const { accounts, send } = await openTestApp();
  await accounts.users.add("bob", "pw", []);
  const bobs = accounts.accessKeys.add("bob", "")?.access_key_id ?? "";
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
  const { send } = await openTestApp();
  const make = () => send("POST", "/api/access-keys", { description: "" });
  for (let made = 0; made < 10; made += 1) expect((await make()).statusCode).toBe(201);
  expect((await make()).statusCode).toBe(409);
});

it("an administrator sees, disables and deletes the keys of others, and can make none of them", async () => {
  const { accounts, send: sendAsAnn, sendAs, sessionOf } = await openTestApp();
  const send = sendAs(
    await sessionOf("root", { role: "Trace Console Administrator", project_id: allProjects }),
  );
  const made = accounts.accessKeys.add("ann", "pipeline");
  const id = made?.access_key_id ?? "";
  const path = "/api/users/ann/access-keys";
  const listed = await send("GET", path);
  expect(listed.json()).toMatchObject({ access_keys: [{ access_key_id: id }] });
  expect(listed.body).not.toContain(made?.secret);
  expect((await send("PATCH", `${path}/${id}`, { is_disabled: true })).statusCode).toBe(204);
  expect(accounts.accessKeys.find(id)).toBeUndefined();
  expect((await send("DELETE", `/api/users/root/access-keys/${id}`)).statusCode).toBe(404);
  expect((await send("POST", path, { description: "" })).statusCode).toBe(404);
  expect((await sendAsAnn("DELETE", `${path}/${id}`)).statusCode).toBe(403);
  expect((await send("DELETE", `${path}/${id}`)).statusCode).toBe(204);
  expect(accounts.accessKeys.list("ann")).toEqual([]);
});
