import { allProjects } from "@trace-console/contracts/permissions";
import { describe, expect, it } from "vitest";
import { foreignProject, grantsFor, hour, noon, openTestApp, project } from "../test-app.ts";

const range = `from=${noon - hour}&to=${noon}`;

async function openAsRoot() {
  const test = await openTestApp();
  const root = await test.sessionOf("root", {
    role: "Trace Console Administrator",
    project_id: allProjects,
  });
  const statusFor = async (user: string, url: string) =>
    (await test.sendAs(await test.sessionOf(user))("GET", url)).statusCode;
  return { ...test, send: test.sendAs(root), statusFor };
}

describe("/api/users", () => {
  it("an administrator adds a user, who reads what was granted and nothing else", async () => {
    const { send, statusFor, accounts } = await openAsRoot();
    const password = "correct horse battery";
    const added = await send("POST", "/api/users", {
      name: "carol",
      password,
      grants: grantsFor(foreignProject),
    });
    expect(added.statusCode).toBe(201);
    expect(await accounts.users.verify("carol", password)).toBe(true);
    expect(await statusFor("carol", `/api/projects/${foreignProject}/totals?${range}`)).toBe(200);
    expect(await statusFor("carol", `/api/projects/${project}/totals?${range}`)).toBe(404);
    expect(await statusFor("carol", "/api/users")).toBe(403);
    const listed = await send("GET", "/api/users");
    expect(listed.json()).toMatchObject({
      users: [{ name: "ann" }, { name: "carol", is_disabled: false }, { name: "root" }],
    });
    expect(listed.body).not.toContain("argon2");
  });

  it("lowered roles, a new password and standing hold at the next request", async () => {
    const { send, sendAs, sessionOf } = await openAsRoot();
    for (const change of [
      { grants: [] },
      { password: "correct horse battery" },
      { is_disabled: true },
    ]) {
      const sendAsAnn = sendAs(await sessionOf("ann"));
      expect((await sendAsAnn("GET", "/api/session")).statusCode).toBe(200);
      expect((await send("PATCH", "/api/users/ann", change)).statusCode).toBe(204);
      expect((await sendAsAnn("GET", "/api/session")).statusCode).toBe(401);
    }
  });

  it("sessions of others can be ended, and users removed", async () => {
    const { app, send, session } = await openAsRoot();
    const cookies = { cts_sid: session };
    expect((await send("DELETE", "/api/users/ann/sessions")).statusCode).toBe(204);
    expect((await app.inject({ url: "/api/session", cookies })).statusCode).toBe(401);
    expect((await send("DELETE", "/api/users/ann")).statusCode).toBe(204);
    expect((await send("DELETE", "/api/users/ann")).statusCode).toBe(404);
  });

  it.each([
    [{ name: "ann", password: "correct horse battery", grants: [] }, 409],
    [{ name: "new", password: "short", grants: [] }, 422],
    [{ name: "new", password: "password1", grants: [] }, 422],
    [{ name: "a b", password: "correct horse battery", grants: [] }, 400],
    [{ name: "new", password: "correct horse battery" }, 400],
    [{ name: "new", password: "correct horse battery", grants: [], is_root: true }, 400],
    [
      {
        name: "new",
        password: "correct horse battery",
        grants: [{ role: "Trace Console Administrator", project_id: project }],
      },
      400,
    ],
  ])("%j is refused with %i, and nobody is added", async (payload, status) => {
    const { send, accounts } = await openAsRoot();
    const before = accounts.users.list();
    expect((await send("POST", "/api/users", payload)).statusCode).toBe(status);
    expect(accounts.users.list()).toEqual(before);
  });

  it("who comes from the identity provider can be disabled here, and nothing else", async () => {
    const { send, sendAs, sessionOf, accounts } = await openAsRoot();
    const identity = { issuer: "https://login.example", subject: "1", name: "carol", grants: [] };
    accounts.providerUsers.admit(identity);
    const listed = await send("GET", "/api/users");
    expect(listed.json()).toMatchObject({
      users: [
        { name: "ann", identity_provider: false },
        { name: "carol", identity_provider: true },
        { name: "root" },
      ],
    });
    for (const change of [{ grants: grantsFor(project) }, { password: "correct horse battery" }]) {
      const reply = await send("PATCH", "/api/users/carol", change);
      expect(reply.statusCode).toBe(409);
      expect(reply.json()).toMatchObject({ error_code: "TC.0409" });
    }
    expect(accounts.users.find("carol")?.grants).toEqual([]);
    const own = await sendAs(await sessionOf("carol"))("PUT", "/api/session/password", {
      password: "pw",
      new_password: "correct horse battery",
    });
    expect(own.statusCode).toBe(409);
    expect((await send("PATCH", "/api/users/carol", { is_disabled: true })).statusCode).toBe(204);
    expect(accounts.users.find("carol")?.isDisabled).toBe(true);
  });

  it("nobody takes away their own roles", async () => {
    const { send } = await openAsRoot();
    for (const change of [{ grants: [] }, { is_disabled: true }]) {
      expect((await send("PATCH", "/api/users/root", change)).statusCode).toBe(409);
    }
    expect((await send("DELETE", "/api/users/root")).statusCode).toBe(409);
  });
});

describe("/api/projects", () => {
  it("an administrator registers a project once", async () => {
    const { send } = await openAsRoot();
    const added = { project_id: "new", name: "eu-west-0", region: "eu-west-0" };
    expect((await send("POST", "/api/projects", added)).statusCode).toBe(201);
    expect((await send("POST", "/api/projects", added)).statusCode).toBe(409);
    expect((await send("GET", "/api/projects")).body).toContain('"new"');
    expect((await send("POST", "/api/projects", { ...added, region: "EU west" })).statusCode).toBe(
      400,
    );
  });
});
