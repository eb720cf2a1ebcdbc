import type { AccessKey, AccessKeys } from "@trace-console/accounts/access-keys";
import { keysPerUser } from "@trace-console/accounts/access-keys";
import {
  accessKeyChangeSchema,
  type AccessKeyList,
  type CreatedAccessKey,
  newAccessKeySchema,
} from "@trace-console/contracts/administration-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteForAudit } from "../recording/audited.ts";
import { callerOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";

/** `/api/access-keys`: one's own keys for signing requests. */
export function addAccessKeyRoutes(app: FastifyInstance, accessKeys: AccessKeys): void {
  const access = { by: "console", may: "be signed in" } as const;
  const changing = (trace_name: string) => ({
    config: { access, audit: { trace_name, resource_type: "credential" } },
  });

  app.get("/api/access-keys", { config: { access } }, async (request): Promise<AccessKeyList> => ({
    access_keys: accessKeys.list(callerOf(request).user).map(describe),
  }));

  app.post(
    "/api/access-keys",
    changing("addCredential"),
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

  app.patch(
    "/api/access-keys/:access_key_id",
    changing("updateCredential"),
    async (request, reply) => {
      const { is_disabled } = readJson(request, accessKeyChangeSchema);
      const id = namedKey(request);
      if (!accessKeys.setDisabled(callerOf(request).user, id, is_disabled)) throw notFound();
      return reply.code(204).send();
    },
  );

  app.delete(
    "/api/access-keys/:access_key_id",
    changing("deleteCredential"),
    async (request, reply) => {
      const id = namedKey(request);
      if (!accessKeys.remove(callerOf(request).user, id)) throw notFound();
      return reply.code(204).send();
    },
  );
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
