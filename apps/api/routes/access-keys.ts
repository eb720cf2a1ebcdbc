import type { AccessKey, AccessKeys } from "@trace-console/accounts/access-keys";
import { keysPerUser } from "@trace-console/accounts/access-keys";
import {
  accessKeyChangeSchema,
  type AccessKeyList,
  type CreatedAccessKey,
  newAccessKeySchema,
} from "@trace-console/contracts/administration-api";
import { ApiError, notFound } from "@trace-console/contracts/errors";
import type { FastifyInstance } from "fastify";
import { callerOf } from "../caller.ts";
import { pathParameter } from "../path-parameter.ts";
import { readJson } from "../read-json.ts";

/** `/api/access-keys`: one's own keys for signing requests. */
export function addAccessKeyRoutes(app: FastifyInstance, accessKeys: AccessKeys): void {
  const options = { config: { access: { by: "console", may: "be signed in" } } } as const;

  app.get("/api/access-keys", options, async (request): Promise<AccessKeyList> => ({
    access_keys: accessKeys.list(callerOf(request).user).map(describe),
  }));

  app.post("/api/access-keys", options, async (request, reply): Promise<CreatedAccessKey> => {
    const { description } = readJson(request, newAccessKeySchema);
    const made = accessKeys.add(callerOf(request).user, description);
    if (made === undefined) {
      throw new ApiError("TC.0409", {
        detail: `There are ${keysPerUser} access keys already: delete one first.`,
      });
    }
    void reply.code(201);
    return { ...describe(made), secret_access_key: made.secret };
  });

  app.patch("/api/access-keys/:access_key_id", options, async (request, reply) => {
    const { is_disabled } = readJson(request, accessKeyChangeSchema);
    const id = pathParameter(request, "access_key_id");
    if (!accessKeys.setDisabled(callerOf(request).user, id, is_disabled)) throw notFound();
    return reply.code(204).send();
  });

  app.delete("/api/access-keys/:access_key_id", options, async (request, reply) => {
    const id = pathParameter(request, "access_key_id");
    if (!accessKeys.remove(callerOf(request).user, id)) throw notFound();
    return reply.code(204).send();
  });
}

function describe({ access_key_id, description, isDisabled, created }: AccessKey) {
  return { access_key_id, description, is_disabled: isDisabled, created };
}
