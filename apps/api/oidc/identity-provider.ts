import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
} from "openid-client";
import type { OidcSettings } from "./oidc-settings.ts";
import type { ProviderClaims } from "./provider-identity.ts";
import type { SignInAttempt } from "./sign-in-attempts.ts";
import { refusalOf, SignInRefusal } from "./sign-in-refusal.ts";

/** How long what the provider publishes about itself is taken for true (ms). */
const knownMs = 3_600_000;
/** Seconds that an answer of the provider may take: a person waits for it. */
const timeout = 10;

/** Where the provider sends people back to, below the console's public address. */
export const callbackPath = "/api/session/oidc/callback";

/**
 * The company's identity provider, at which people sign in by the authorization code flow with PKCE
 * (OpenID Connect Core 3.1, RFC 7636). It is asked for the first time when somebody signs in, so
 * that a provider that is down keeps no server from starting.
 */
export class IdentityProvider {
  readonly #settings: OidcSettings;
  readonly #clock: () => number;
  readonly #redirectUri: string;
  #known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined;

  /** @param clock the present moment in ms since 1970. */
  constructor(settings: OidcSettings, clock: () => number) {
    this.#settings = settings;
    this.#clock = clock;
    this.#redirectUri = settings.public_url + callbackPath;
  }

  /**
   * Where a browser goes to sign in. Rejects with SignInRefusal when the provider does not answer.
   */
  async addressFor({ state, nonce, verifier }: SignInAttempt): Promise<string> {
    const configuration = await this.#discover();
    try {
      return buildAuthorizationUrl(configuration, {
        redirect_uri: this.#redirectUri,
        scope: this.#settings.scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }).href;
    } catch (error) {
      throw refusalOf(error, "unavailable");
    }
  }

  /**
   * Who has signed in, by the answer with which the provider sent the browser back: its code is
   * exchanged for an ID token, and everything about both is checked (OpenID Connect Core 3.1.2.7,
   * 3.1.3.7). Rejects with SignInRefusal for any answer that does not fit the attempt, and when the
   * provider does not answer.
   *
   * @param answer the parameters of the callback's address.
   */
  async identify(answer: URLSearchParams, attempt: SignInAttempt): Promise<ProviderClaims> {
    const configuration = await this.#discover();
    const address = new URL(this.#redirectUri);
    address.search = answer.toString();
    try {
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new SignInRefusal("rejected", "there is no ID token");
      const { userinfo_endpoint } = configuration.serverMetadata();
      if (this.#areEnough(claims) || userinfo_endpoint === undefined) return claims;
      // Most providers tell of a person there rather than in the token (OpenID Connect Core 5.4).
      const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return { ...more, ...claims };
    } catch (error) {
      throw error instanceof SignInRefusal ? error : refusalOf(error);
    }
  }

  #areEnough(claims: ProviderClaims): boolean {
    const { user_claim, groups_claim = user_claim } = this.#settings;
    return claims[user_claim] !== undefined && claims[groups_claim] !== undefined;
  }

  #discover(): Promise<Configuration> {
    const now = this.#clock();
    if (this.#known !== undefined && now < this.#known.until) return this.#known.configuration;
    const known = { configuration: discover(this.#settings), until: now + knownMs };
    this.#known = known;
    // Who comes next asks again.
    known.configuration.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return known.configuration;
  }
}

/** Asks what the provider publishes about itself (OpenID Connect Discovery 1.0, 4). */
async function discover(settings: OidcSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  try {
    return await discovery(issuer, settings.client_id, undefined, authenticationOf(settings), {
      timeout,
      execute: [
        // The flow would take the token's word for it, as it comes by TLS; a signature costs little.
        enableNonRepudiationChecks,
        // The settings have it that such an issuer is on this machine.
        ...(issuer.protocol === "http:" ? [allowInsecureRequests] : []),
      ],
    });
  } catch (error) {
    throw refusalOf(error, "unavailable");
  }
}

function authenticationOf({ client_secret, client_authentication }: OidcSettings): ClientAuth {
  if (client_secret === undefined) return None();
  return client_authentication === "client_secret_post"
    ? ClientSecretPost(client_secret)
    : ClientSecretBasic(client_secret);
}
