import { describe, expect, it } from "vitest";
import { openTestApp } from "../test-app.ts";

describe("the console's files", () => {
  it("every page address gives the console's page, files their content", async () => {
    const { app } = await openTestApp();
    for (const url of ["/", "/trace-list", "/trace-list?user=a.b", "/deep/er"]) {
      const page = await app.inject({ url, headers: { accept: "text/html,*/*" } });
      expect([url, page.statusCode]).toEqual([url, 200]);
      expect(page.headers["content-type"]).toContain("text/html");
      expect(page.headers["cache-control"]).toBe("no-cache");
    }
    const file = await app.inject({ url: "/assets/app-1a2b.js" });
    expect(file.body).toBe("export {};");
    expect(file.headers["cache-control"]).toContain("immutable");
  });

  it("what is no page and no file is 404, inside and outside the folder", async () => {
    const { app } = await openTestApp();
    for (const url of [
      "/assets/missing.js",
      "/api/none",
      "/v3/none",
      "/v4/project/traces.json",
      "/.secret",
      "/../outside.txt",
      "/..%2foutside.txt",
      "/%2e%2e/outside.txt",
      "/assets/..%2f..%2foutside.txt",
      "/assets/%2e%2e%5c..%5coutside.txt",
      "//outside.txt",
      "/outside.txt%00",
    ]) {
      const reply = await app.inject({ url });
      expect([url, reply.statusCode]).toEqual([url, 404]);
      expect(reply.body).not.toContain("secret");
    }
  });

  it("every reply carries the security headers", async () => {
    const { app } = await openTestApp();
    for (const url of ["/", "/assets/app-1a2b.js", "/api/session", "/none.txt", "/healthz"]) {
      const { headers } = await app.inject({ url });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["x-request-id"]).toBeDefined();
      expect(headers["server"]).toBeUndefined();
    }
    expect((await app.inject({ url: "/api/session" })).headers["cache-control"]).toBe("no-store");
  });
});
