import type { Accounts } from "@trace-console/accounts/accounts";
import { ApiError } from "@trace-console/contracts/errors";
import { ReplayGuard } from "@trace-console/request-signature/replay-guard";
import {
  readAuthorization,
  verifySignature,
} from "@trace-console/request-signature/verify-signature";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../caller.ts";
import type { Callers } from "../callers.ts";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/** Who calls the wire API: known by a signature or by a token, and by nothing else. */
export class WireCallers {
  readonly #accounts: Accounts;
  readonly #callers: Callers;
  readonly #clock: () => number;
  readonly #replays: ReplayGuard;

  /** @param clock the present moment in ms since 1970. */
  constructor(accounts: Accounts, callers: Callers, clock: () => number) {
    this.#accounts = accounts;
    this.#callers = callers;
    this.#clock = clock;
    this.#replays = new ReplayGuard(clock);
  }

  /** Whether the caller is known only when the body has been read: it is signed too. */
  needsBody({ headers }: FastifyRequest): boolean {
    const isSigned = headers["x-auth-token"] === undefined;
    const length = headers["content-length"] ?? "0";
    return isSigned && (headers["transfer-encoding"] !== undefined || length !== "0");
  }

  /**
   * @param body as it was received.
   * @throws ApiError 401 `APIGW.0301`, whatever was wrong.
   */
  of(request: FastifyRequest, body: Uint8Array): Caller {
    const token = request.headers["x-auth-token"];
    const caller =
      token === undefined ? this.#ofSignature(request, body) : this.#callers.ofToken(String(token));
    if (caller === undefined) throw new ApiError("APIGW.0301");
    return caller;
  }

  #ofSignature(request: FastifyRequest, body: Uint8Array): Caller | undefined {
    const { rawHeaders, url = "", method = "" } = request.raw;
    const authorization = readAuthorization(rawHeaders);
    if (authorization === undefined) return undefined;
    const key = this.#accounts.accessKeys.find(authorization.access);
    const signed = { method, url, rawHeaders, body };
    const isSigned = verifySignature(signed, authorization, key?.secret, this.#clock());
    if (!isSigned || key === undefined) return undefined;
    const isNew = safeMethods.includes(method) || this.#replays.take(authorization.signature);
    return isNew ? this.#callers.ofAccessKey(key.user, authorization.access) : undefined;
  }
}
