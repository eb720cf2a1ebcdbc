import { operationGroups } from "@trace-console/openapi/write-openapi";
import { allProjects } from "@trace-console/contracts/permissions";
import { describe, expect, it } from "vitest";
import { domain, hour, noon, openTestApp, project } from "../test-app.ts";

const operations = operationGroups.flatMap(({ callers, operations: ofGroup }) =>
  ofGroup.map((operation) => ({ ...operation, callers })),
);
/** Not of the API: the console's own files, and this document. */
const otherPaths = ["/", "/*", "/openapi.json"];

/** `GET /v3/{project_id}/traces`, of a route with `:project_id`. */
function nameOf(method: string, path: string): string {
  const plain = path.replaceAll(/:(\w+)(\([^)]*\))?/g, "{$1}");
  return `${method.toUpperCase()} ${plain}`;
}

describe("the OpenAPI document", () => {
  it("has every route, and nothing that is no route", async () => {
    const { app } = await openTestApp();
    const routes = app.declaredRoutes
      .filter(({ method, url }) => method !== "HEAD" && !otherPaths.includes(url))
      .map(({ method, url }) => nameOf(method, url));
    const described = operations.map(({ method, path }) => nameOf(method, path));
    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  it("says by what a caller of each route is known", async () => {
    const { app } = await openTestApp();
    for (const { method, path, callers } of operations) {
      const route = app.declaredRoutes.find(
        (one) => nameOf(one.method, one.url) === nameOf(method, path),
      );
      const by = route?.access === "public" ? "anybody" : route?.access.by;
      expect([method, path, callers]).toEqual([method, path, by]);
    }
  });

  it("is served to everybody, as OpenAPI 3.1", async () => {
    const { app } = await openTestApp();
    const reply = await app.inject({ url: "/openapi.json" });
    expect(reply.statusCode).toBe(200);
    const document = reply.json<{ openapi: string; paths: Record<string, object> }>();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toContain("/v3/{project_id}/traces");
    // References lead somewhere.
    const references = [...reply.body.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    expect(new Set(references)).toEqual(new Set(["#/components/schemas/Error"]));
  });

  it("describes what is answered", async () => {
    const { app, accounts, add, sendAs, sessionOf } = await openTestApp({ hasThreads: true });
    await add(project, { trace_id: "own" });
    const session = await sessionOf(
      "root",
      { role: "CTS Administrator", project_id: allProjects },
      { role: "Trace Console Administrator", project_id: allProjects },
    );
    const send = sendAs(session);
    const post = (path: string, payload: object) =>
      send("POST", `/api/projects/${project}/${path}`, payload);
    const { token } = accounts.tokens.issue("root", { project_id: project });
    const trackers = await app.inject({
      url: `/v3/${project}/trackers`,
      headers: { "x-auth-token": token },
    });
    const [tracker] = trackers.json<{ trackers: { id: string }[] }>().trackers;
    const made = await post("notifications", {
      notification_name: "all",
      operation_type: "complete",
      topic_id: "urn:smn:cn-north-4:1:ops",
    });
    const { notification_id } = made.json<{ notification_id: string }>();
    const saved = await post("saved-views", {
      name: "all",
      is_shared: true,
      state: { filter: { trace_type: "system" }, range: { preset: "1d" } },
    });
    expect(saved.statusCode).toBe(201);
    const exporting = await post(`exports?from=${noon - hour}&to=${noon}`, { format: "csv" });
    const { export_id } = exporting.json<{ export_id: string }>();
    await send("GET", `/api/projects/${project}/exports/${export_id}/file`);
    let checked = 0;
    for (const { method, path, reply } of operations) {
      if (method !== "get" || reply.schema === undefined) continue;
      const url = path
        .replace("{project_id}", project)
        .replace("{domain_id}", domain)
        .replace("{trace_id}", "own")
        .replace("{resource_id}", tracker?.id ?? "")
        .replace("{tracker_name}", "system")
        .replace("{notification_type}", "smn")
        .replace("{user}", "ann")
        .replace("{notification_id}", notification_id)
        .replace("{export_id}", export_id)
        .replace("{version}", "v3");
      const query = path.startsWith("/api/projects/")
        ? `?from=${noon - hour}&to=${noon}&width=60000`
        : "";
      const answered = await app.inject({
        url: url + query,
        cookies: { cts_sid: session },
        headers: path.startsWith("/v") ? { "x-auth-token": token } : {},
      });
      expect([url, answered.statusCode]).toEqual([url, reply.status]);
      const parsed = reply.schema.safeParse(answered.json());
      expect([url, parsed.error?.issues]).toEqual([url, undefined]);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(25);
  });
});
