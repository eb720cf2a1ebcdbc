import type { Accounts } from "@trace-console/accounts/accounts";
import { explainPassword } from "@trace-console/accounts/password-rules";
import {
  newUserSchema,
  userChangeSchema,
  type UserList,
} from "@trace-console/contracts/administration-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import { actionsOfRole, type Grant } from "@trace-console/contracts/permissions";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteForAudit } from "../plugins/audited.ts";
import { callerOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";

/** `/api/users`: who may sign in and what they may do. */
export function addUserRoutes(app: FastifyInstance, { users, sessions }: Accounts): void {
  const access = { by: "console", may: "tc:user:manage" } as const;
  const changing = (trace_name: string, resource_type = "user") => ({
    config: { access, audit: { trace_name, resource_type } },
  });

  const checkPassword = (password: string, name: string, grants: readonly Grant[]) => {
    const problem = explainPassword(password, name, areAdministrators(grants));
    if (problem !== undefined) throw new ApiError("TC.0422", { detail: problem });
  };

  app.get("/api/users", { config: { access } }, async (): Promise<UserList> => ({
    users: users.list().map(({ name, isDisabled, isFromProvider, created, grants }) => ({
      name,
      is_disabled: isDisabled,
      identity_provider: isFromProvider,
      created,
      grants: [...grants],
    })),
  }));

  app.post("/api/users", changing("createUser"), async (request, reply) => {
    const { name, password, grants } = readJson(request, newUserSchema);
    noteForAudit(request, { resource_name: name });
    checkPassword(password, name, grants);
    if (!(await users.add(name, password, grants))) {
      throw new ApiError("TC.0409", { detail: `There is a user ${name} already.` });
    }
    return reply.code(201).send();
  });

  app.patch("/api/users/:user", changing("updateUser"), async (request, reply) => {
    const change = readJson(request, userChangeSchema);
    const known = users.find(namedUser(request));
    if (known === undefined) throw notFound();
    const { name } = known;
    if (change.is_disabled === true || change.grants !== undefined) {
      refuseOwn(name, callerOf(request).user);
    }
    if (known.isFromProvider && (change.grants ?? change.password) !== undefined) {
      throw new ApiError("TC.0409", {
        detail: `The roles and the password of ${name} are the identity provider's: change the groups there. Here ${name} can be disabled or removed.`,
      });
    }
    const grants = change.grants ?? known.grants;
    if (change.password !== undefined) checkPassword(change.password, name, grants);
    if (change.grants !== undefined) users.setGrants(name, change.grants);
    if (change.is_disabled !== undefined) users.setDisabled(name, change.is_disabled);
    if (change.password !== undefined) await users.setPassword(name, change.password);
    return reply.code(204).send();
  });

  app.delete("/api/users/:user", changing("deleteUser"), async (request, reply) => {
    const name = namedUser(request);
    refuseOwn(name, callerOf(request).user);
    if (!users.remove(name)) throw notFound();
    return reply.code(204).send();
  });

  const endSessions = changing("endSessions", "session");
  app.delete("/api/users/:user/sessions", endSessions, async (request, reply) => {
    sessions.endAll(namedUser(request));
    return reply.code(204).send();
  });
}

/** The user that the path names. */
function namedUser(request: FastifyRequest): string {
  const name = pathParameter(request, "user");
  noteForAudit(request, { resource_name: name });
  return name;
}

/** Whoever shuts themselves out would leave an installation that nobody administers. */
function refuseOwn(name: string, own: string): void {
  if (name !== own) return;
  throw new ApiError("TC.0409", {
    detail: "Nobody changes their own roles or removes themselves: ask another administrator.",
  });
}

function areAdministrators(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => actionsOfRole[role].includes("tc:user:manage"));
}
