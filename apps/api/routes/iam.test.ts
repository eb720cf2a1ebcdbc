import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  domain,
  foreignProject,
  grantsFor,
  openTestApp,
  otherProject,
  project,
} from "../test-app.ts";

const tokenReply = z.object({
  token: z.object({
    expires_at: z.iso.datetime(),
    user: z.object({ name: z.string() }),
    project: z.object({ id: z.string(), name: z.string() }).optional(),
    catalog: z.array(
      z.object({ type: z.string(), endpoints: z.array(z.object({ url: z.string() })) }),
    ),
  }),
});

async function openIam() {
  const test = await openTestApp();
  const askToken = (user: object, scope?: object) =>
    test.app.inject({
      method: "POST",
      url: "/v3/auth/tokens",
      headers: { host: "cts.example:8080" },
      payload: { auth: { identity: { methods: ["password"], password: { user } }, scope } },
    });
  const getWith = (token: unknown, url: string) =>
    test.app.inject({ url, headers: { "x-auth-token": String(token), host: "cts.example:8080" } });
  return { ...test, askToken, getWith };
}

const ann = { name: "ann", password: "pw", domain: { name: "any" } };

describe("POST /v3/auth/tokens", () => {
  it.each([
    ["name", { project: { name: "cn-north-4", domain: { name: "any" } } }],
    ["id", { project: { id: project } }],
  ])("a project's %s and a password give a token for that project alone", async (_, scope) => {
    const { askToken, getWith, add } = await openIam();
    await add(project, { trace_id: "a" });
    const reply = await askToken(ann, scope);
    expect(reply.statusCode).toBe(201);
    const { token } = tokenReply.parse(reply.json());
    expect(token.project).toMatchObject({ id: project, name: "cn-north-4" });
    const subject = reply.headers["x-subject-token"];
    expect(String(subject)).toHaveLength(43);
    // The catalog leads to the traces.
    const cts = token.catalog.find(({ type }) => type === "ctsv3")?.endpoints[0]?.url ?? "";
    expect(cts).toBe(`http://cts.example:8080/v3/${project}`);
    const traces = await getWith(subject, `${new URL(cts).pathname}/traces`);
    expect(traces.json()).toMatchObject({ meta_data: { count: 1 } });
    expect((await getWith(subject, `/v3/${otherProject}/traces`)).statusCode).toBe(404);
    expect((await getWith(subject, "/api/session")).statusCode).toBe(401);
  });

  it("a domain's token opens its projects, one without a scope only tells which there are", async () => {
    const { askToken, getWith } = await openIam();
    const ofDomain = await askToken(ann, { domain: { id: domain } });
    const unscoped = await askToken(ann);
    const statusOf = async (reply: typeof unscoped, url: string) =>
      (await getWith(reply.headers["x-subject-token"], url)).statusCode;
    expect(await statusOf(ofDomain, `/v3/${otherProject}/traces`)).toBe(200);
    expect(await statusOf(unscoped, `/v3/${project}/traces`)).toBe(404);
    expect(await statusOf(unscoped, "/v3/auth/projects")).toBe(200);
  });

  it("a wrong password, an unknown user and a foreign scope answer the same", async () => {
    const { askToken } = await openIam();
    const replies = [
      await askToken({ ...ann, password: "wrong" }),
      await askToken({ ...ann, name: "nobody" }),
      await askToken(ann, { project: { id: foreignProject } }),
      await askToken(ann, { project: { id: "none" } }),
      await askToken(ann, { domain: { id: "88888888888888888888888888888888" } }),
    ];
    for (const reply of replies) {
      expect(reply.statusCode).toBe(401);
      expect(reply.body).toBe(replies[0]?.body);
      expect(reply.headers["x-subject-token"]).toBeUndefined();
    }
  });
});

describe("what clients look up", () => {
  it("a region's name stands for exactly one project, also where there are two", async () => {
    const { accounts, getWith } = await openIam();
    accounts.projects.register({ project_id: "another", name: "cn-north-4", region: "cn-north-4" });
    accounts.users.setGrants("ann", grantsFor(project, "another"));
    const { token } = accounts.tokens.issue("ann", {});
    expect((await getWith(token, "/v3/projects")).json()).toMatchObject({
      projects: [{ id: project }, { id: "another" }],
    });
    expect((await getWith(token, "/v3/projects?name=cn-north-4")).json()).toMatchObject({
      projects: [{ id: project, name: "cn-north-4" }],
    });
  });

  it("the projects and the domains of a caller, and none of anybody else", async () => {
    const { get } = await openIam();
    const listed = z.object({
      projects: z.array(z.object({ id: z.string(), name: z.string(), domain_id: z.string() })),
    });
    const all = listed.parse((await get("/v3/projects")).json()).projects;
    expect(all.map(({ id }) => id).toSorted()).toEqual([otherProject, project].toSorted());
    expect(listed.parse((await get("/v3/projects?name=cn-north-4")).json()).projects).toEqual([
      expect.objectContaining({ id: project, domain_id: domain }),
    ]);
    expect((await get("/v3/projects?name=eu-west-0")).json()).toMatchObject({ projects: [] });
    const domains = z.object({ domains: z.array(z.object({ id: z.string() })) });
    expect(domains.parse((await get("/v3/auth/domains")).json()).domains).toEqual([
      expect.objectContaining({ id: domain }),
    ]);
  });
});
