import { expect, it } from "vitest";
import { oidcSettingsSchema } from "./oidc-settings.ts";

const least = {
  issuer: "https://login.example/realms/traces",
  client_id: "console",
  name: "Example AG",
  public_url: "https://traces.example/",
};

it("the least that has to be said is enough", () => {
  expect(oidcSettingsSchema.parse(least)).toEqual({
    ...least,
    public_url: "https://traces.example",
    client_authentication: "client_secret_basic",
    scope: "openid profile",
    user_claim: "preferred_username",
    grants: {},
    default_grants: [],
  });
});

it.each(["http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost"])(
  "on this machine HTTP will do: %s",
  (address) => {
    const settings = { ...least, issuer: address, public_url: address };
    expect(oidcSettingsSchema.parse(settings)).toMatchObject({ public_url: address });
  },
);

const administrator = { role: "Trace Console Administrator", project_id: "one" };

it.each([
  ["issuer", { issuer: "http://login.example" }],
  ["issuer", { issuer: "http://127.0.0.1.login.example" }],
  ["issuer", { issuer: "https://user:secret@login.example" }],
  ["issuer", { issuer: "login.example" }],
  ["public_url", { public_url: "https://traces.example/console/" }],
  ["client_secret", { client_secret: "" }],
  ["name", { name: "" }],
  ["scope", { scope: "profile" }],
  ["grants", { groups_claim: "groups", grants: { a: [{ role: "root", project_id: "*" }] } }],
  ["default_grants", { default_grants: [administrator] }],
  [undefined, { grants: { auditors: [] } }],
  [undefined, { clientSecret: "secret" }],
])("of settings that cannot be used, %s is named: %j", (name, change) => {
  const [issue] = oidcSettingsSchema.safeParse({ ...least, ...change }).error?.issues ?? [];
  expect(issue).toBeDefined();
  expect(issue?.path[0]).toBe(name);
});
