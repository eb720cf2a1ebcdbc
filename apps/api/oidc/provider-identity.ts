import type { ProviderIdentity } from "@trace-console/accounts/provider-users";
import { userNameSchema } from "@trace-console/contracts/administration-api";
import type { Grant } from "@trace-console/contracts/permissions";
import type { OidcSettings } from "./oidc-settings.ts";
import { SignInRefusal } from "./sign-in-refusal.ts";

/** What the provider says of a person; `iss` and `sub` are in every ID token. */
export interface ProviderClaims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/**
 * Who somebody is here and what they may do, by what the provider says of them.
 *
 * @throws SignInRefusal when the claim that should hold the user's name holds none.
 */
export function readIdentity(claims: ProviderClaims, settings: OidcSettings): ProviderIdentity {
  const name = userNameSchema.safeParse(claims[settings.user_claim]);
  if (!name.success) {
    const reason = name.error.issues[0]?.message ?? "";
    throw new SignInRefusal("no_user_name", `the claim ${settings.user_claim}: ${reason}`);
  }
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: name.data,
    grants: grantsOf(claims, settings),
  };
}

function grantsOf(claims: ProviderClaims, settings: OidcSettings): Grant[] {
  const { groups_claim, grants, default_grants } = settings;
  // Some providers write a single group without a list around it.
  const groups = new Set(groups_claim === undefined ? [] : [claims[groups_claim]].flat());
  const ofGroups = Object.entries(grants).flatMap(([group, given]) =>
    groups.has(group) ? given : [],
  );
  return [...default_grants, ...ofGroups];
}
