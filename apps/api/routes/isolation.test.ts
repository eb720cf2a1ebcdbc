import { createdExportSchema } from "@trace-console/contracts/export-api";
import { newNotificationSchema } from "@trace-console/contracts/notification-api";
import { allProjects } from "@trace-console/contracts/permissions";
import { signRequest } from "@trace-console/request-signature/sign-request";
import { describeTracker } from "@trace-console/trackers/describe-tracker";
import { describe, expect, it } from "vitest";
import type { DeclaredRoute } from "../plugins/access.ts";
import {
  domain,
  foreignProject,
  grantsFor,
  hour,
  noon,
  openTestApp,
  project,
} from "../test-app.ts";

const origin = { address: "127.0.0.1", user_agent: "" };
const foreignDomain = "88888888888888888888888888888888";
/** The management tracker of the foreign project. */
const foreignTracker = describeTracker(
  { project_id: foreignProject },
  { tracker_type: "system" },
  0,
).id;
const secretTrace = "only in the foreign project";

/** What stands in the head of every reply, refusals included. */
const everyReply = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** How a caller is known: as headers for a method and an address. */
type Known = (method: string, url: string) => Record<string, string>;

async function openMatrix() {
  const test = await openTestApp();
  const { accounts, add, notifications, time } = test;
  await add(project, { trace_id: "own" });
  await add(foreignProject, { trace_id: "theirs", resource_name: secretTrace });
  const { notification_id } = notifications.notifications.create(
    foreignProject,
    newNotificationSchema.parse({
      notification_name: "theirs",
      operation_type: "complete",
      notify_user_list: [{ user_list: [secretTrace] }],
    }),
  );
  notifications.deliveries.enqueue(foreignProject, [
    { trace_id: "told", trace_name: secretTrace, time: noon, user: { name: secretTrace } },
  ]);
  const { users, sessions, tokens, accessKeys, savedViews } = accounts;
  await users.add("reader of B", "pw", grantsFor(foreignProject));
  const { view_id } = savedViews.add(
    foreignProject,
    { user: "reader of B", isAdministrator: false },
    {
      name: secretTrace,
      is_shared: true,
      state: { filter: { trace_type: "system" }, range: { preset: "1d" } },
    },
  );
  await users.add("disabled", "pw", grantsFor(project, foreignProject));
  await users.add("administrator", "pw", [
    { role: "CTS Administrator", project_id: allProjects },
    { role: "Trace Console Administrator", project_id: allProjects },
  ]);
  const session = (user: string): Known => {
    const cookie = `cts_sid=${sessions.open(user, origin)}`;
    return () => ({ cookie });
  };
  const token = (user: string, project_id: string): Known => {
    const issued = tokens.issue(user, { project_id }).token;
    return () => ({ "x-auth-token": issued });
  };
  const key = (user: string): Known => {
    const made = accessKeys.add(user, "");
    if (made === undefined) throw new Error("no key was made");
    return (method, url) =>
      signRequest({ method, url, body: "", key: made, now: time.now, host: "localhost:80" });
  };
  time.now = noon - 12 * hour - 1;
  const expired = session("reader of B");
  time.now = noon;
  const callers: Record<string, Known> = {
    nobody: () => ({}),
    "reader of A": session("ann"),
    "expired session": expired,
    "disabled user's session": session("disabled"),
    "disabled user's key": key("disabled"),
    "key of A": key("ann"),
    "token of A": token("ann", project),
    "made-up token": () => ({ "x-auth-token": "guess" }),
    "session as a token": () => ({ "x-auth-token": sessions.open("ann", origin) }),
    "token as a session": () => ({ cookie: `cts_sid=${tokens.issue("ann", {}).token}` }),
  };
  users.setDisabled("disabled", true);
  return {
    ...test,
    callers,
    ofB: {
      console: session("reader of B"),
      wire: key("reader of B"),
      token: token("reader of B", foreignProject),
    },
    administrator: session("administrator"),
    addressOf: addressWriter({ notification_id, view_id }),
  };
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

function methodOf(route: DeclaredRoute): (typeof methods)[number] {
  const method = methods.find((one) => one === route.method);
  if (method === undefined) throw new Error(`no test sends ${route.method}`);
  return method;
}

/** Writes the address of a route, with what stands for its parameters. */
function addressWriter(known: { readonly notification_id: string; readonly view_id: string }) {
  return ({ url }: DeclaredRoute, project_id: string, domain_id: string, export_id = "x"): string =>
    url
      .replace(":project_id", project_id)
      .replace(":domain_id", domain_id)
      .replace(":trace_id", "theirs")
      .replace(":resource_id", foreignTracker)
      .replace(":tracker_name", "system")
      .replace(":notification_type", "smn")
      .replace(":notification_id", known.notification_id)
      .replace(":view_id", known.view_id)
      .replace(":export_id", export_id)
      .replaceAll(/:[a-z_]+/g, "x")
      .replace("*", "x");
}

/** The same place, spelled otherwise. */
function spellingsOf(url: string): string[] {
  return [
    url,
    url.replace("/", "//"),
    url.replaceAll(/(?!^)\//g, "//"),
    url.replaceAll(/(?!^)\//g, "%2f"),
    `${url}/`,
    url.toUpperCase(),
    url.replace(/[a-z](?=[a-z]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    `${url}/../${url}`,
  ];
}

describe("who may call what", () => {
  it("nobody but who is allowed gets anything of a foreign project, whatever the spelling", async () => {
    const { app, callers, addressOf } = await openMatrix();
    const given: string[] = [];
    let asked = 0;
    for (const route of app.declaredRoutes) {
      if (route.access === "public") continue;
      const url = addressOf(route, foreignProject, foreignDomain);
      for (const address of [...spellingsOf(url), route.url]) {
        for (const [name, known] of Object.entries(callers)) {
          if (!("in" in route.access) && name.endsWith("of A")) continue;
          const reply = await app.inject({
            method: methodOf(route),
            url: address,
            headers: known(route.method, address),
          });
          asked += 1;
          expect(reply.headers).toMatchObject(everyReply);
          expect(reply.headers).toHaveProperty("x-request-id");
          const isRefused = [401, 403, 404, 414, 415].includes(reply.statusCode);
          if (!isRefused || reply.body.includes(secretTrace)) {
            given.push(`${name}: ${route.method} ${address}: ${reply.statusCode}`);
          }
        }
      }
    }
    expect(given).toEqual([]);
    expect(asked).toBeGreaterThan(1000);
  }, 60_000);

  it("who is not known gets 401, and who is known by the other way too", async () => {
    const { app, callers, addressOf } = await openMatrix();
    const console = ["reader of A"];
    const wire = ["key of A", "token of A"];
    for (const route of app.declaredRoutes) {
      if (route.access === "public") continue;
      const url = addressOf(route, project, domain);
      const knownHere = route.access.by === "console" ? console : wire;
      for (const [name, known] of Object.entries(callers)) {
        if (knownHere.includes(name)) continue;
        const { statusCode } = await app.inject({
          method: methodOf(route),
          url,
          headers: known(route.method, url),
        });
        expect([name, route.method, url, statusCode]).toEqual([name, route.method, url, 401]);
      }
    }
  }, 60_000);

  it("whoever reads a project reads it by every way that reads, and only an administrator changes", async () => {
    const { app, ofB, administrator, addressOf } = await openMatrix();
    const query = `?from=${noon - hour}&to=${noon}&width=60000`;
    /** An export is its maker's alone, so that each has one of their own. */
    const makeExport = async (known: typeof administrator): Promise<string> => {
      const url = `/api/projects/${foreignProject}/exports${query}`;
      const made = await app.inject({
        method: "POST",
        url,
        headers: known("POST", url),
        payload: { format: "csv" },
      });
      return createdExportSchema.parse(made.json()).export_id;
    };
    const [exportOfB, exportOfAdministrator] = [
      await makeExport(ofB.console),
      await makeExport(administrator),
    ];
    for (const route of app.declaredRoutes) {
      const { access } = route;
      if (access === "public" || route.method !== "GET") continue;
      const url = addressOf(route, foreignProject, foreignDomain, exportOfB) + query;
      const ways = access.by === "console" ? [ofB.console] : [ofB.wire, ofB.token];
      for (const known of ways) {
        const { statusCode } = await app.inject({ url, headers: known("GET", url) });
        const expected = "in" in access || access.may === "be signed in" ? 200 : 403;
        expect([url, statusCode]).toEqual([url, expected]);
      }
      if (access.by === "wire") continue;
      const own = addressOf(route, foreignProject, foreignDomain, exportOfAdministrator) + query;
      const { statusCode } = await app.inject({ url: own, headers: administrator("GET", own) });
      expect([own, statusCode]).toEqual([own, 200]);
      if (!route.url.includes(":export_id")) continue;
      const others = await app.inject({ url, headers: administrator("GET", url) });
      expect([url, others.statusCode]).toEqual([url, 404]);
    }
  }, 60_000);

  it("a foreign project and one that nobody has answer alike", async () => {
    const { app, callers, addressOf } = await openMatrix();
    for (const route of app.declaredRoutes) {
      const { access } = route;
      if (access === "public" || !("in" in access)) continue;
      const known = callers[access.by === "console" ? "reader of A" : "key of A"];
      const ask = async (project_id: string, domain_id: string) => {
        const url = addressOf(route, project_id, domain_id);
        const method = methodOf(route);
        return app.inject({ method, url, headers: known?.(method, url) ?? {} });
      };
      const [foreign, unknown] = [await ask(foreignProject, foreignDomain), await ask("x", "x")];
      expect([route.url, foreign.statusCode, foreign.body]).toEqual([route.url, 404, unknown.body]);
    }
  });

  it("a marker of a foreign project says no more than one that nobody has", async () => {
    const { app, callers } = await openMatrix();
    const answers: string[] = [];
    for (const [name, url] of [
      ["reader of A", `/api/projects/${project}/traces?from=0&to=${noon}`],
      ["key of A", `/v3/${project}/traces?from=0&to=${noon}`],
    ] as const) {
      for (const next of ["theirs", "made-up"]) {
        const asked = `${url}&next=${next}`;
        const headers = callers[name]?.("GET", asked) ?? {};
        const reply = await app.inject({ url: asked, headers });
        expect(reply.statusCode).toBe(400);
        answers.push(reply.body);
      }
    }
    expect(new Set(answers).size).toBe(1);
  });

  it("no page of another site changes anything with the visitor's cookie", async () => {
    const { app, administrator, addressOf, accounts } = await openMatrix();
    const before = accounts.version();
    const cookies = administrator("", "");
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "content-type": "text/plain" },
      { "content-type": "application/x-www-form-urlencoded" },
    ];
    const changing = app.declaredRoutes.filter(
      ({ method, access }) =>
        !["GET", "HEAD"].includes(method) && access !== "public" && access.by === "console",
    );
    expect(changing.length).toBeGreaterThan(10);
    for (const route of changing) {
      const url = addressOf(route, project, domain);
      for (const headers of foreign) {
        const { statusCode } = await app.inject({
          method: methodOf(route),
          url,
          headers: { ...cookies, ...headers },
          payload: "{}",
        });
        const isForm = headers["content-type"] !== undefined;
        expect([route.method, route.url, headers, statusCode]).toEqual([
          route.method,
          route.url,
          headers,
          isForm ? 415 : 403,
        ]);
      }
    }
    expect(accounts.version()).toBe(before);
  });
});
