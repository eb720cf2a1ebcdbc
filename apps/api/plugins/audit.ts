import type { Accounts } from "@trace-console/accounts/accounts";
import type { AuditLog } from "@trace-console/audit/audit-log";
import type { AuditEvent } from "@trace-console/audit/audit-trace";
import { maskQuery, maskSecrets } from "@trace-console/audit/mask-secrets";
import { Refusals } from "@trace-console/audit/refusals";
import type { Project } from "@trace-console/contracts/console-api";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pathParameter } from "../path-parameter.ts";
import type { Audited } from "./audited.ts";

const readingMethods = ["GET", "HEAD", "OPTIONS"];
/** How often refusals that were counted are recorded, at the latest. */
const flushMs = 5_000;
/** As what a refusal is recorded where the route itself is not. */
const accessDenied: Audited = { trace_name: "accessDenied", resource_type: "api" };

/**
 * Records what changes or leaves the installation, and what is refused, before the reply is sent:
 * sign-ins, exports, keys, roles, trackers and the like, done or tried.
 */
export function addAudit(
  app: FastifyInstance,
  log: AuditLog,
  accounts: Accounts,
  clock: () => number,
): void {
  const refusals = new Refusals(clock);
  const timer = setInterval(() => void refusals.flush(), flushMs).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await refusals.flush(true);
  });
  app.decorateRequest("auditDetails", undefined);
  app.decorateRequest("isRefused", false);

  app.addHook("onRoute", ({ method, url, config }) => {
    const isReading = [method].flat().every((one) => readingMethods.includes(one));
    if (isReading || config?.audit !== undefined) return;
    throw new Error(`${String(method)} ${url} declares no audit`);
  });

  app.addHook("onSend", async (request, reply) => {
    const { audit } = request.routeOptions.config;
    const audited = audit === undefined || audit === "only reads" ? undefined : audit;
    if (audited === undefined && !isWorthTelling(request)) return;
    const event = eventOf(request, reply, audited ?? accessDenied, clock());
    // Nobody signed out who was not signed in.
    if (event.user === undefined && event.status < 400) return;
    const projects = projectsOf(request, accounts);
    if (request.isRefused || (request.caller === undefined && event.status >= 400)) {
      const where = projects.map(({ project_id }) => project_id);
      const kind = JSON.stringify([request.ip, event.trace_name, event.user, event.status, where]);
      await refusals.note(kind, async (times) =>
        log.record({ ...event, message: times === 1 ? undefined : `${times} times` }, projects),
      );
      return;
    }
    await log.record(event, projects);
  });
}

/** A console without a session asks who is signed in, and is told: nobody. */
function isWorthTelling({ isRefused, routeOptions }: FastifyRequest): boolean {
  return isRefused && routeOptions.url !== "/api/session";
}

function eventOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { trace_name, resource_type, isBodyPrivate = false }: Audited,
  time: number,
): AuditEvent {
  const { caller, auditDetails, method, url, body } = request;
  return {
    time,
    trace_name,
    resource_type,
    resource_id: auditDetails?.resource_id,
    resource_name: auditDetails?.resource_name,
    origin: url.startsWith("/api/") ? "ConsoleAction" : "ApiCall",
    status: auditDetails?.status ?? reply.statusCode,
    user: caller?.user ?? auditDetails?.user,
    access_key_id: caller?.access_key_id,
    source_ip: request.ip,
    user_agent: request.headers["user-agent"],
    request_id: request.id,
    request: { method, url: maskQuery(url), ...(isBodyPrivate ? {} : bodyOf(body)) },
  };
}

function bodyOf(body: unknown): { readonly body?: unknown } {
  if (!(body instanceof Uint8Array) || body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    return { body: maskSecrets(parsed) };
  } catch {
    return {};
  }
}

/**
 * Where an event is seen: in the project that it is about, else in the oldest of its user's, as IAM
 * records in one project of an account what belongs to none. Of a caller whom nobody knows, it is
 * seen in the project that they asked for. What is done to the whole installation belongs to no
 * project: readers of one must not learn who may read another.
 */
function projectsOf(request: FastifyRequest, accounts: Accounts): readonly Project[] {
  const { caller, scopes, auditDetails } = request;
  const { access = "public" } = request.routeOptions.config;
  const isOfOne = access === "public" || "in" in access || access.may === "be signed in";
  if (!isOfOne) return [];
  if (scopes !== undefined) {
    return scopes.flatMap(({ project_id }) => accounts.projects.find(project_id) ?? []);
  }
  const user = caller?.user ?? auditDetails?.user;
  if (user !== undefined) {
    const own = new Set(
      accounts.permissionsOf(user).projects.map(({ project }) => project.project_id),
    );
    const oldest = accounts.projects.listByAge().find(({ project_id }) => own.has(project_id));
    return oldest === undefined ? [] : [oldest];
  }
  const asked = accounts.projects.find(pathParameter(request, "project_id"));
  return asked === undefined ? [] : [asked];
}
