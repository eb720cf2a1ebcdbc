import { grantsSchema } from "@trace-console/contracts/administration-api";
import { z } from "zod";

/** Whether codes and tokens may travel to this address: by HTTPS, or without leaving the machine. */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (url.search !== "" || url.hash !== "") return false;
  if (url.protocol === "https:") return true;
  return url.protocol === "http:" && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

const addressSchema = z
  .string()
  .refine(
    isSafe,
    "it must be an address such as https://login.example; http:// is for 127.0.0.1, [::1] and localhost only",
  );

/** The file that `OIDC_SETTINGS` names: at which identity provider people sign in, and as what. */
export const oidcSettingsSchema = z
  .strictObject({
    /** The provider's Issuer Identifier (OpenID Connect Discovery 1.0, 3). */
    issuer: addressSchema,
    client_id: z.string().min(1),
    /** Without it the console is a public client, which PKCE protects alone. */
    client_secret: z.string().min(1).optional(),
    /** How the secret is sent; the default is that of OpenID Connect Core 9. */
    client_authentication: z
      .enum(["client_secret_basic", "client_secret_post"])
      .default("client_secret_basic"),
    /** Who signs people in, for the button: `Sign in with …`. */
    name: z.string().min(1).max(40),
    /** Where browsers find this console. */
    public_url: addressSchema
      .refine((text) => URL.parse(text)?.pathname === "/", "it must not have a path")
      .transform((text) => new URL(text).origin),
    /** What is asked for (OpenID Connect Core 5.4); some providers want `groups` here too. */
    scope: z
      .string()
      .refine((text) => text.split(" ").includes("openid"), "it must hold openid")
      .default("openid profile"),
    /** The claim that becomes the user's name here. */
    user_claim: z.string().min(1).default("preferred_username"),
    /** The claim that lists the groups of a person. */
    groups_claim: z.string().min(1).optional(),
    /** What the members of each group may do. */
    grants: z.record(z.string(), grantsSchema).default({}),
    /** What everybody may do whom the provider knows. */
    default_grants: grantsSchema.default([]),
  })
  .refine(
    ({ grants, groups_claim }) => groups_claim !== undefined || Object.keys(grants).length === 0,
    "groups_claim must say which claim lists the groups",
  );
export type OidcSettings = z.infer<typeof oidcSettingsSchema>;
