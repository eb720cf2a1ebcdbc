import { expect, it } from "vitest";
import { maskQuery, maskSecrets } from "./mask-secrets.ts";

it("what stands under the name of a secret is masked, however deep", () => {
  const asked = {
    user: "ann",
    new_password: "hunter2",
    auth: { identity: { password: { user: { name: "ann", password: "hunter2" } } } },
    password: ["hunter2"],
    token: { inside: "hunter2" },
    list: [{ client_secret: "hunter2" }, { "X-Auth-Token": "hunter2" }],
    tokens: 3,
  };
  const masked = maskSecrets(asked);
  expect(JSON.stringify(masked)).not.toContain("hunter2");
  expect(masked).toMatchObject({ user: "ann", auth: { identity: {} }, list: [{}, {}] });
});

it.each([null, 1, true, "text", [], {}])("%j stays as it is", (value) => {
  expect(maskSecrets(value)).toEqual(value);
});

it.each([
  [
    "/api/session/oidc/callback?code=a&state=b",
    "/api/session/oidc/callback?code=******&state=******",
  ],
  ["/x?from=1&access_token=abc&user=ann", "/x?from=1&access_token=******&user=ann"],
  ["/x", "/x"],
  ["/x?", "/x?"],
])("of the address %s is kept %s", (url, kept) => {
  expect(maskQuery(url)).toBe(kept);
});
