import { expect, it } from "vitest";
import { openTestApp } from "../test-app.ts";

const headers = { host: "cts.example:8080" };

it("who asks for no page learns which versions there are, and each of them where it is", async () => {
  const { app } = await openTestApp();
  const all = await app.inject({ url: "/", headers });
  expect(all.json()).toMatchObject({
    versions: [{ id: "v3", status: "CURRENT" }, { id: "v2.0" }, { id: "v1.0" }],
  });
  for (const url of ["/v3", "/v2.0", "/v1.0"]) {
    const reply = await app.inject({ url, headers });
    expect(reply.json()).toMatchObject({
      versions: [
        { id: url.slice(1), links: [{ rel: "self", href: `http://cts.example:8080${url}/` }] },
      ],
    });
  }
});

it("a version that is not served is told so", async () => {
  const { app } = await openTestApp();
  const reply = await app.inject({ url: "/v9.1", headers });
  expect([reply.statusCode, reply.json()]).toMatchObject([404, { error_code: "CTS.0100" }]);
});
