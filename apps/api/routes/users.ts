import type { Accounts } from "@trace-console/accounts/accounts";
import { explainPassword } from "@trace-console/accounts/password-rules";
import {
  newUserSchema,
  userChangeSchema,
  type UserList,
} from "@trace-console/contracts/administration-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import { actionsOfRole, type Grant } from "@trace-console/contracts/permissions";
import type { FastifyInstance } from "fastify";
import { callerOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";

/** `/api/users`: who may sign in and what they may do. */
export function addUserRoutes(app: FastifyInstance, { users, sessions }: Accounts): void {
  const options = { config: { access: { by: "console", may: "tc:user:manage" } } } as const;

  const checkPassword = (password: string, name: string, grants: readonly Grant[]) => {
    const problem = explainPassword(password, name, areAdministrators(grants));
    if (problem !== undefined) throw new ApiError("TC.0422", { detail: problem });
  };

  app.get("/api/users", options, async (): Promise<UserList> => ({
    users: users.list().map(({ name, isDisabled, created, grants }) => ({
      name,
      is_disabled: isDisabled,
      created,
      grants: [...grants],
    })),
  }));

  app.post("/api/users", options, async (request, reply) => {
    const { name, password, grants } = readJson(request, newUserSchema);
    checkPassword(password, name, grants);
    if (!(await users.add(name, password, grants))) {
      throw new ApiError("TC.0409", { detail: `There is a user ${name} already.` });
    }
    return reply.code(201).send();
  });

  app.patch("/api/users/:user", options, async (request, reply) => {
    const change = readJson(request, userChangeSchema);
    const known = users.find(pathParameter(request, "user"));
    if (known === undefined) throw notFound();
    const { name } = known;
    if (change.is_disabled === true || change.grants !== undefined) {
      refuseOwn(name, callerOf(request).user);
    }
    const grants = change.grants ?? known.grants;
    if (change.password !== undefined) checkPassword(change.password, name, grants);
    if (change.grants !== undefined) users.setGrants(name, change.grants);
    if (change.is_disabled !== undefined) users.setDisabled(name, change.is_disabled);
    if (change.password !== undefined) await users.setPassword(name, change.password);
    return reply.code(204).send();
  });

  app.delete("/api/users/:user", options, async (request, reply) => {
    const name = pathParameter(request, "user");
    refuseOwn(name, callerOf(request).user);
    if (!users.remove(name)) throw notFound();
    return reply.code(204).send();
  });

  app.delete("/api/users/:user/sessions", options, async (request, reply) => {
    sessions.endAll(pathParameter(request, "user"));
    return reply.code(204).send();
  });
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
