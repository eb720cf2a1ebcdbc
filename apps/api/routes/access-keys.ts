import { type AccessKey, type AccessKeys, keysPerUser } from "@trace-console/accounts/access-keys";
import {
  accessKeyChangeSchema,
  type AccessKeyList,
  type CreatedAccessKey,
  newAccessKeySchema,
} from "@trace-console/contracts/administration-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Access, callerOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";
import { noteForAudit } from "../plugins/audited.ts";

/** Whose keys are looked at and changed, and by whom. */
interface KeyRoutes {
  readonly path: string;
  readonly access: Access;
  readonly ownerOf: (request: FastifyRequest) => string;
}

/**
 * `/api/access-keys`: one's own keys for signing requests; `/api/users/{user}/access-keys`: those of
 * others, which an administrator disables or deletes, but never makes: the secret is for its owner.
 */
export function addAccessKeyRoutes(app: FastifyInstance, accessKeys: AccessKeys): void {
  const own: KeyRoutes = {
    path: "/api/access-keys",
    access: { by: "console", may: "be signed in" },
    ownerOf: (request) => callerOf(request).user,
  };
  const others: KeyRoutes = {
    path: "/api/users/:user/access-keys",
    access: { by: "console", may: "tc:user:manage" },
    ownerOf: (request) => pathParameter(request, "user"),
  };

  for (const { path, access, ownerOf } of [own, others]) {
    app.get(path, { config: { access } }, async (request): Promise<AccessKeyList> => ({
      access_keys: accessKeys.list(ownerOf(request)).map(describe),
    }));

    app.patch(
      `${path}/:access_key_id`,
      changing(access, "updateCredential"),
      async (request, reply) => {
        const { is_disabled } = readJson(request, accessKeyChangeSchema);
        const id = namedKey(request);
        if (!accessKeys.setDisabled(ownerOf(request), id, is_disabled)) throw notFound();
        return reply.code(204).send();
      },
    );

    app.delete(
      `${path}/:access_key_id`,
      changing(access, "deleteCredential"),
      async (request, reply) => {
        if (!accessKeys.remove(ownerOf(request), namedKey(request))) throw notFound();
        return reply.code(204).send();
      },
    );
  }

  app.post(
    own.path,
    changing(own.access, "addCredential"),
    async (request, reply): Promise<CreatedAccessKey> => {
      const { description } = readJson(request, newAccessKeySchema);
      const made = accessKeys.add(callerOf(request).user, description);
      if (made === undefined) {
        throw new ApiError("TC.0409", {
          detail: `There are ${keysPerUser} access keys already: delete one first.`,
        });
      }
      noteForAudit(request, { resource_id: made.access_key_id, resource_name: description });
      void reply.code(201);
      return { ...describe(made), secret_access_key: made.secret };
    },
  );
}

function changing(access: Access, trace_name: string) {
  return { config: { access, audit: { trace_name, resource_type: "credential" } } };
}

/** The key that the path names. */
function namedKey(request: FastifyRequest): string {
  const resource_id = pathParameter(request, "access_key_id");
  noteForAudit(request, { resource_id });
  return resource_id;
}

function describe({ access_key_id, description, isDisabled, created }: AccessKey) {
  return { access_key_id, description, is_disabled: isDisabled, created };
}
