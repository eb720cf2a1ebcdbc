import type { Accounts } from "@trace-console/accounts/accounts";
import type { GrantedProject } from "@trace-console/accounts/permissions";
import type { TokenScope } from "@trace-console/accounts/tokens";
import type { Project } from "@trace-console/contracts/console-api";
import { ApiError } from "@trace-console/contracts/errors";
import { type TokenRequest, tokenRequestSchema } from "@trace-console/contracts/iam-api";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { callerOf } from "../caller.ts";
import { searchParams } from "../search-params.ts";
import { readJson } from "../read-json.ts";
import { writeCatalog } from "./catalog.ts";

/**
 * The part of IAM that clients ask before they call CTS: which project a region's name stands for,
 * which account a key belongs to, and a token for a password (IAM API reference; Keystone v3).
 */
export function addIamRoutes(app: FastifyInstance, accounts: Accounts, clock: () => number): void {
  const known = { config: { access: { by: "wire", may: "be signed in" } } } as const;
  const projectsOf = (request: FastifyRequest): Project[] =>
    accounts.permissionsOf(callerOf(request).user).projects.map(({ project }) => project);

  for (const path of ["/v3/projects", "/v3/auth/projects"]) {
    app.get(path, known, async (request) => {
      const name = searchParams(request).get("name");
      const projects = projectsOf(request);
      // Clients that ask for a region by its name refuse an answer with two projects.
      const found =
        name === null ? projects : projects.filter((project) => project.name === name).slice(0, 1);
      return {
        links: { self: selfOf(request), previous: null, next: null },
        projects: found.map((project) => ({
          id: project.project_id,
          name: project.name,
          domain_id: project.domain_id ?? "",
          parent_id: project.domain_id ?? "",
          is_domain: false,
          enabled: true,
          description: "",
          links: { self: `${originOf(request)}/v3/projects/${project.project_id}` },
        })),
      };
    });
  }

  app.get("/v3/auth/domains", known, async (request) => {
    const ids = new Set(projectsOf(request).flatMap(({ domain_id }) => domain_id ?? []));
    return {
      links: { self: selfOf(request), previous: null, next: null },
      domains: [...ids].map((id) => ({
        id,
        name: id,
        enabled: true,
        description: "",
        links: { self: `${originOf(request)}/v3/domains/${id}` },
      })),
    };
  });

  const audit = { trace_name: "createToken", resource_type: "token" };
  const issue = { config: { access: "public", audit } } as const;
  app.post("/v3/auth/tokens", issue, async (request, reply) => {
    const { auth } = readJson(request, tokenRequestSchema);
    const { name, password } = auth.identity.password.user;
    noteForAudit(request, { user: name });
    if (!auth.identity.methods.includes("password")) {
      throw new ApiError("CTS.0003", { detail: "Use the method password: there is no other." });
    }
    if (!(await accounts.passwords.check(name, password, request.ip))) {
      throw new ApiError("APIGW.0301");
    }
    const { projects } = accounts.permissionsOf(name);
    const { scope, granted } = findScope(auth.scope, projects);
    const { token, expires } = accounts.tokens.issue(name, scope);
    void reply.code(201).header("x-subject-token", token);
    const roles = accounts.users.grantsOf(name).map(({ role }) => role);
    return {
      token: {
        methods: ["password"],
        issued_at: new Date(clock()).toISOString(),
        expires_at: new Date(expires).toISOString(),
        user: { id: name, name, domain: domainOf(projects[0]?.project) },
        ...(granted === undefined ? {} : { project: describeProject(granted.project) }),
        ...(scope.domain_id === undefined
          ? {}
          : { domain: { id: scope.domain_id, name: scope.domain_id } }),
        roles: [...new Set(roles)].map((role) => ({ id: role, name: role })),
        catalog: writeCatalog(originOf(request), granted?.project),
      },
    };
  });
}

/** @throws ApiError 401 for a project or domain in which the user may do nothing. */
function findScope(
  asked: TokenRequest["auth"]["scope"],
  projects: readonly GrantedProject[],
): { readonly scope: TokenScope; readonly granted?: GrantedProject } {
  if (asked?.project !== undefined) {
    const { id, name } = asked.project;
    const granted = projects.find(({ project }) =>
      id === undefined ? project.name === name : project.project_id === id,
    );
    if (granted === undefined) throw new ApiError("APIGW.0301");
    return { scope: { project_id: granted.project.project_id }, granted };
  }
  if (asked?.domain === undefined) return { scope: {} };
  const domain_id = asked.domain.id ?? asked.domain.name;
  if (!projects.some(({ project }) => project.domain_id === domain_id)) {
    throw new ApiError("APIGW.0301");
  }
  return { scope: { domain_id } };
}

function describeProject(project: Project) {
  return { id: project.project_id, name: project.name, domain: domainOf(project) };
}

/** The account's name is nowhere to be learned: its id stands for it. */
function domainOf(project: Project | undefined) {
  return { id: project?.domain_id ?? "", name: project?.domain_id ?? "" };
}

function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

function selfOf(request: FastifyRequest): string {
  return originOf(request) + request.url;
}
