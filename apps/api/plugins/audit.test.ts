import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AuditLog } from "@trace-console/audit/audit-log";
import { traceSchema } from "@trace-console/contracts/trace";
import { allProjects } from "@trace-console/contracts/permissions";
import Fastify from "fastify";
import { expect, it } from "vitest";
import {
  domain,
  foreignProject,
  hour,
  noon,
  openTestApp,
  otherProject,
  project,
} from "../test-app.ts";
import { addAudit } from "./audit.ts";

async function openAudited() {
  const test = await openTestApp();
  const { store, app } = test;
  /** What is recorded of CTS itself in a project, oldest first. */
  const recorded = async (project_id: string) => {
    const query = {
      from: 0,
      to: noon + hour,
      trace_type: "system",
      service_type: ["CTS"],
    } as const;
    const page = await store.list(project_id, { ...query, service_type: ["CTS"], limit: 1000 });
    return page.traces.map(({ wire }) => traceSchema.parse(JSON.parse(String(wire)))).toReversed();
  };
  const names = async (project_id: string) =>
    (await recorded(project_id)).map(({ trace_name, code }) => `${trace_name} ${code}`);
  const signIn = (user: string, password: string) =>
    app.inject({ method: "POST", url: "/api/session", payload: { user, password } });
  return { ...test, recorded, names, signIn };
}

it("a sign-in is recorded in the oldest project of its user, without the password", async () => {
  const { signIn, recorded, names } = await openAudited();
  expect((await signIn("ann", "pw")).statusCode).toBe(200);
  const [trace] = await recorded(project);
  expect(trace).toMatchObject({
    trace_name: "login",
    trace_rating: "normal",
    trace_type: "ConsoleAction",
    service_type: "CTS",
    resource_type: "user",
    resource_name: "ann",
    user: { name: "ann", domain: { id: domain } },
    code: "200",
    time: noon,
    source_ip: "127.0.0.1",
    project_id: project,
    tracker_name: "system",
  });
  expect(JSON.parse(trace?.request ?? "")).toEqual({
    method: "POST",
    url: "/api/session",
    body: { user: "ann", password: "******" },
  });
  expect(await names(otherProject)).toEqual([]);
  expect(await names(foreignProject)).toEqual([]);
});

it("sign-ins that fail are recorded: the first at once, those of the minute behind it as one", async () => {
  const { signIn, recorded, time } = await openAudited();
  for (let tries = 0; tries < 3; tries += 1) await signIn("ann", "guess");
  expect(await recorded(project)).toMatchObject([{ trace_name: "login", trace_rating: "warning" }]);
  time.now += 60_000;
  await signIn("ann", "guess");
  const traces = await recorded(project);
  expect(traces.map(({ code }) => code)).toEqual(["401", "401", "401"]);
  expect(traces.map(({ message }) => message ?? "")).toContain("2 times");
});

it("what is still counted when the server stops is recorded", async () => {
  const { app, signIn, recorded } = await openAudited();
  for (let tries = 0; tries < 3; tries += 1) await signIn("nobody", "guess");
  // Whom nobody knows belongs to no project: they are told of in the first that was registered.
  expect(await recorded(project)).toMatchObject([{ code: "401", user: { name: "nobody" } }]);
  await app.close();
  const messages = (await recorded(project)).map(({ message }) => message ?? "");
  expect(messages.toSorted()).toEqual(["", "2 times"]);
});

it("keys, exports and trackers are recorded with who did it, and what it was done to", async () => {
  const { accounts, session, sendAs, sessionOf, time, recorded, names } = await openAudited();
  accounts.users.setGrants("ann", [{ role: "CTS FullAccess", project_id: project }]);
  const send = sendAs(await sessionOf("ann"));
  const ask = (method: "POST" | "PATCH" | "DELETE" | "GET", url: string, payload?: object) => {
    time.now += 1;
    return send(method, url, payload);
  };
  const made = await ask("POST", "/api/access-keys", { description: "pipeline" });
  const { access_key_id, secret_access_key } = made.json<Record<string, string>>();
  await ask("PATCH", `/api/access-keys/${access_key_id}`, { is_disabled: true });
  await ask("GET", `/api/projects/${project}/export.csv?from=0&to=${noon}`);
  await ask("PATCH", `/api/projects/${project}/trackers/system`, { status: "disabled" });
  await ask("DELETE", `/api/access-keys/${access_key_id}`);
  expect(await names(project)).toEqual([
    "addCredential 201",
    "updateCredential 204",
    "exportTrace 200",
    "updateTracker 204",
    // Though the tracker is disabled by now.
    "deleteCredential 204",
  ]);
  const traces = await recorded(project);
  expect(traces.every(({ user }) => user?.name === "ann")).toBe(true);
  expect(traces[0]).toMatchObject({ resource_id: access_key_id, resource_name: "pipeline" });
  expect(JSON.stringify(traces)).not.toContain(secret_access_key);
  expect(JSON.stringify(traces)).not.toContain(session);
});

it("who is refused is recorded where they belong, and guessing where it was tried", async () => {
  const { app, get, names, recorded } = await openAudited();
  expect((await get(`/api/projects/${foreignProject}/traces?from=0&to=1`)).statusCode).toBe(404);
  expect(await names(project)).toEqual(["accessDenied 404"]);
  expect(await names(foreignProject)).toEqual([]);
  const headers = { "x-auth-token": "guess" };
  const guessed = await app.inject({ url: `/v3/${foreignProject}/traces`, headers });
  expect(guessed.statusCode).toBe(401);
  const [trace] = await recorded(foreignProject);
  expect(trace).toMatchObject({ trace_name: "accessDenied", code: "401", trace_type: "ApiCall" });
  expect(JSON.stringify(trace)).not.toContain("guess");
});

it("guessing at several projects is told in each of them", async () => {
  const { app, names } = await openAudited();
  const headers = { "x-auth-token": "guess" };
  for (const one of [project, foreignProject, project]) {
    await app.inject({ url: `/v3/${one}/traces`, headers });
  }
  expect(await names(project)).toEqual(["accessDenied 401"]);
  expect(await names(foreignProject)).toEqual(["accessDenied 401"]);
});

it("reading is not recorded, and neither is a visitor who is not signed in", async () => {
  const { app, get, add, names } = await openAudited();
  await add(project, {});
  await get(`/api/projects/${project}/traces?from=0&to=${noon}`);
  await get(`/v3/${project}/traces`);
  await app.inject({ url: "/api/session" });
  await app.inject({ method: "DELETE", url: "/api/session" });
  await app.inject({ url: "/" });
  for (const one of [project, otherProject, foreignProject]) expect(await names(one)).toEqual([]);
});

it("what is done to the installation is told in one project only", async () => {
  const { sendAs, sessionOf, names } = await openAudited();
  const root = await sessionOf(
    "root",
    { role: "Trace Console Administrator", project_id: allProjects },
    { role: "CTS Administrator", project_id: allProjects },
  );
  const reply = await sendAs(root)("POST", "/api/users", {
    name: "eve",
    password: "a long password of words",
    grants: [],
  });
  expect(reply.statusCode).toBe(201);
  const all = await Promise.all([project, otherProject, foreignProject].map(names));
  expect(all.flat()).toEqual(["createUser 201"]);
});

it("a route that changes something and says not how it is recorded fails the start", async () => {
  const { store, accounts, notifications } = await openTestApp();
  const app = Fastify();
  const log = new AuditLog(store, accounts.projects, notifications.announced, () => {});
  addAudit(app, log, accounts, () => noon);
  expect(() => app.post("/careless", async () => "")).toThrow("declares no audit");
  app.get("/read", async () => "");
  await app.close();
});

it("docs/audit.md lists what is recorded", async () => {
  const { app } = await openTestApp();
  const text = readFileSync(join(import.meta.dirname, "../../../docs/audit.md"), "utf8");
  const listed = [...text.matchAll(/^\| `(\w+)` +\| (\w+) /gm)].map(([, name, type]) => [
    name,
    type,
  ]);
  const declared = app.declaredRoutes.flatMap(({ audit }) =>
    audit === undefined ? [] : [[audit.trace_name, audit.resource_type]],
  );
  // Recorded by no route.
  declared.push(["deleteExpiredTraces", "trace"], ["accessDenied", "api"]);
  expect(new Set(listed.map(String))).toEqual(new Set(declared.map(String)));
});
