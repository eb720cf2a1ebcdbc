import { expect, it } from "vitest";
import { oidcSettingsSchema } from "../oidc/oidc-settings.ts";
import { openTestApp } from "../test-app.ts";

it("the sign-in page is told of the identity provider, which nobody has asked yet", async () => {
  const oidc = oidcSettingsSchema.parse({
    issuer: "https://login.invalid",
    client_id: "console",
    name: "Example AG",
    public_url: "https://traces.example",
  });
  const { app } = await openTestApp({ oidc });
  const reply = await app.inject({ url: "/api/sign-in" });
  expect(reply.json()).toEqual({ password: true, oidc: { name: "Example AG" } });
});

it("without an identity provider, passwords are the only way", async () => {
  const { app } = await openTestApp();
  const reply = await app.inject({ url: "/api/sign-in" });
  expect(reply.json()).toEqual({ password: true, oidc: null });
  for (const url of ["/api/session/oidc", "/api/session/oidc/callback"]) {
    expect((await app.inject({ url })).statusCode).toBe(404);
  }
});
