import type { TraceUser } from "@trace-console/contracts/trace";
import type { Cast, Identity } from "./identities.ts";
import type { Random } from "./random.ts";

/** One identity at work for a while: what its traces of that while have in common. */
export interface Session {
  readonly identity: Identity;
  readonly user: TraceUser;
  readonly source_ip: string;
  /** `ConsoleAction` or `ApiCall`. */
  readonly trace_type: string;
  readonly user_agent: string;
}

/** Who a story is for; `anyone` is mostly people, `api` is anyone but never in the console. */
export type Role = "anyone" | "people" | "console" | "api";

function pickIdentity(random: Random, cast: Cast, role: Role): Identity {
  const draw = random.int(100);
  if (draw < 1 && role !== "api") return cast.root;
  if (role === "people" || role === "console") return random.pickFirst(cast.people);
  if (draw < 7) return random.pickFirst(cast.agencies);
  if (draw < 22) return random.pickFirst(cast.services);
  return random.pickFirst(cast.people);
}

function accountOf(identity: Identity): { name: string; id: string } {
  return { name: identity.account_name, id: identity.account_id };
}

/** `user` of a person or service: the 2024 form, or the short one that older services send. */
function buildNamedUser(identity: Identity, accessKey: string, short: boolean): TraceUser {
  const { id, name, account_id } = identity;
  if (short) return { domain: accountOf(identity), name, id };
  return {
    access_key_id: accessKey,
    account_id,
    user_name: name,
    domain: accountOf(identity),
    name,
    principal_is_root_user: identity.kind === "root" ? "true" : "false",
    id,
    principal_urn: `iam::${account_id}:user:${name}`,
    type: "User",
    principal_id: id,
  };
}

/** `user` of an assumed agency or a federated user: temporary, with the session's attributes. */
function buildAssumedUser(
  identity: Identity,
  accessKey: string,
  session: string,
  since: number,
): TraceUser {
  const { id, name, account_id } = identity;
  const isAgency = identity.kind === "agency";
  return {
    access_key_id: accessKey,
    account_id,
    user_name: name,
    domain: accountOf(identity),
    name,
    id,
    principal_is_root_user: "false",
    principal_urn: isAgency
      ? `sts::${account_id}:assumed-agency:${name}/${session}`
      : `sts::${account_id}:external-user:${id}/${session}`,
    type: isAgency ? "AssumedAgency" : "ExternalUser",
    principal_id: `${id}:${session}`,
    session_context: {
      attributes: { created_at: String(since), mfa_authenticated: isAgency ? "false" : "true" },
    },
  };
}

/** Picks an identity for `role` and signs it in; see {@link renewSession}. */
export function buildSession(random: Random, cast: Cast, role: Role, now: number): Session {
  const identity = pickIdentity(random, cast, role);
  const isConsole =
    role !== "api" &&
    (role === "console" ||
      identity.kind === "root" ||
      identity.kind === "federated" ||
      (identity.kind === "person" && random.chance(0.65)));
  return signIn(random, cast, identity, isConsole, now);
}

/** The same identity signs in again: another temporary key, perhaps from another address. */
export function renewSession(random: Random, cast: Cast, session: Session, now: number): Session {
  return signIn(random, cast, session.identity, session.trace_type === "ConsoleAction", now);
}

/** `now` is in ms since 1970; a temporary credential was issued at most an hour before. */
function signIn(
  random: Random,
  cast: Cast,
  identity: Identity,
  isConsole: boolean,
  now: number,
): Session {
  const isTemporary = isConsole || identity.kind === "agency";
  const accessKey = isTemporary ? `HST${random.alphanumeric(17)}` : identity.access_key_id;
  const user =
    identity.kind === "agency" || identity.kind === "federated"
      ? buildAssumedUser(
          identity,
          accessKey,
          identity.kind === "agency" ? random.pickFirst(cast.people).name : identity.name,
          now - random.int(3_600_000),
        )
      : buildNamedUser(identity, accessKey, random.chance(0.25));
  if (isConsole && user.type !== undefined) user.invoked_by = ["service.console"];
  if (identity.kind === "agency" && random.chance(0.4)) {
    user.OriginUser = random.pickFirst(cast.people).name;
  }
  return {
    identity,
    user,
    source_ip: random.pickFirst(identity.addresses),
    trace_type: isConsole ? "ConsoleAction" : "ApiCall",
    user_agent: random.pickFirst(identity.agents),
  };
}
