import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

/** A server of its own, as a person starts it. */
async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), "trace-console-canary-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "start"], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  const ready = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += String(text);
      const url = /is ready: (\S+)/.exec(said)?.[1];
      if (url !== undefined) ready.resolve(url);
    });
  }
  const url = await ready.promise;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return { folder, url, said: () => said, stop };
}

/** All files below a folder as one text, each byte a character. */
function contentOf(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "latin1"))
    .join("\n");
}

it(
  "no secret that was sent or handed out is in logs, errors or files",
  { timeout: 30_000 },
  async () => {
    const { folder, url, said, stop } = await startServer();
    const first = /with the password (\S+)/.exec(said())?.[1] ?? "";
    const bodies: string[] = [];
    const ask = async (method: string, path: string, headers: object, body?: unknown) => {
      const reply = await fetch(url + path, {
        method,
        redirect: "manual",
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { reply, text: await reply.text() };
    };
    /** The same where nothing secret may be answered. */
    const probe = async (...asked: Parameters<typeof ask>) => {
      bodies.push((await ask(...asked)).text);
    };

    const signedIn = await ask("POST", "/api/session", {}, { user: "admin", password: first });
    const session =
      /cts_sid=([^;]+)/.exec(signedIn.reply.headers.get("set-cookie") ?? "")?.[1] ?? "";
    const cookie = { cookie: `cts_sid=${session}` };
    await probe("POST", "/api/projects", cookie, { project_id: "p1", name: "p1", region: "r1" });
    const made = await ask("POST", "/api/access-keys", cookie, { description: "canary" });
    const secretKey = /"secret_access_key":"([^"]+)"/.exec(made.text)?.[1] ?? "";
    const accessKey = /"access_key_id":"([^"]+)"/.exec(made.text)?.[1] ?? "";
    const identity = {
      methods: ["password"],
      password: { user: { name: "admin", password: first } },
    };
    const issued = await ask(
      "POST",
      "/v3/auth/tokens",
      {},
      {
        auth: { identity, scope: { project: { id: "p1" } } },
      },
    );
    const token = issued.reply.headers.get("x-subject-token") ?? "";
    const guessed = "canary-password-guess";
    const chosen = "canary password of many words";
    const secrets = { first, session, secretKey, token, guessed, chosen, code: "canary-code" };
    for (const [name, secret] of Object.entries(secrets)) {
      expect([name, secret.length > 8]).toEqual([name, true]);
    }

    await probe("POST", "/api/users", cookie, { name: "eve", password: chosen, grants: [] });
    await probe("PATCH", "/api/users/eve", cookie, { password: chosen });
    await probe("PATCH", "/api/users/nobody", cookie, { password: chosen, unknown: 1 });
    await probe("PUT", "/api/session/password", cookie, {
      password: guessed,
      new_password: chosen,
    });
    await probe("POST", "/api/session", {}, { user: "admin", password: guessed });
    await probe("POST", "/api/session", {}, { user: "admin", password: [guessed] });
    await probe("GET", `/api/session/oidc/callback?code=${secrets.code}&state=x`, {});
    const wrongKey = `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=host, Signature=${secretKey}`;
    for (const headers of [
      { "x-auth-token": token },
      { "x-auth-token": session },
      { cookie: `cts_sid=${token}` },
      { authorization: wrongKey },
      { authorization: `Bearer ${token}` },
    ]) {
      for (const path of [
        "/v3/p1/traces",
        "/v3/elsewhere/traces",
        "/api/users",
        "/v3/%zz",
        "/none",
      ]) {
        await probe("GET", path, headers);
        await probe("POST", path, headers, { token, password: guessed });
      }
    }
    // What is recorded of all this: in the files it is packed.
    const recorded = await ask(
      "GET",
      `/api/projects/p1/traces?from=0&to=${Date.now() + 1}`,
      cookie,
    );
    expect(recorded.text).toContain("createToken");
    await stop();

    const places = {
      logs: said().replace(first, ""),
      errors: bodies.join("\n"),
      traces: recorded.text,
      files: contentOf(folder),
    };
    const found = Object.entries(places).flatMap(([place, text]) =>
      Object.entries(secrets).flatMap(([name, secret]) =>
        text.includes(secret) ? [`${name} in ${place}`] : [],
      ),
    );
    expect(found).toEqual([]);
    // What was done is there, and so is the key's name.
    expect(places.files).toContain(accessKey);
  },
);
