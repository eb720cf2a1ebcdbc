import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildTrace } from "@trace-console/trace-samples/build-trace";
import { openEmbeddedStore } from "@trace-console/trace-store/embedded/embedded-store";
import { expect, it, onTestFinished } from "vitest";
import { project } from "./test-app.ts";

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "trace-console-start-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
};

/** Starts the server as a person does and waits until it gives up. */
async function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const program = join(import.meta.dirname, "main.ts");
  const child = spawn(process.execPath, [program, "start"], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", RETENTION_DAYS: "7", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (data) => (said += String(data)));
  child.stderr.on("data", (data) => (said += String(data)));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

const damaged = (): string => {
  const data = folder();
  mkdirSync(join(data, "traces"));
  writeFileSync(join(data, "traces", "log.db"), "no database ".repeat(100));
  return data;
};

const aFile = (): string => {
  const path = join(folder(), "file");
  writeFileSync(path, "");
  return path;
};

const endpointsWithoutSecret = (): string => {
  const path = join(folder(), "endpoints.json");
  writeFileSync(path, '{"urn:smn:a":{"url":"https://alarms.example"}}');
  return path;
};

const oidcInTheClear = (): string => {
  const path = join(folder(), "oidc.json");
  const settings = { client_id: "console", name: "Example AG", public_url: "https://c.example" };
  writeFileSync(path, JSON.stringify({ issuer: "http://login.example", ...settings }));
  return path;
};

it.each([
  ["DATA_DIR is a file", () => ({ DATA_DIR: aFile() }), /set DATA_DIR to a folder/],
  ["a database is damaged", () => ({ DATA_DIR: damaged() }), /log\.db is not a database/],
  [
    "a proxy is no address",
    () => ({ DATA_DIR: folder(), TRUSTED_PROXIES: "10.0.0.0/8, proxy" }),
    /TRUSTED_PROXIES must be addresses .* not "proxy"/,
  ],
  [
    "an endpoint has no secret",
    () => ({ DATA_DIR: folder(), NOTIFICATION_ENDPOINTS: endpointsWithoutSecret() }),
    /NOTIFICATION_ENDPOINTS must name a JSON file .* urn:smn:a secret is not/,
  ],
  [
    "an identity provider is asked in the clear",
    () => ({ DATA_DIR: folder(), OIDC_SETTINGS: oidcInTheClear() }),
    /OIDC_SETTINGS must name a JSON file .* issuer is not: it must be an address such as https:/,
  ],
  [
    "the settings of the identity provider are not there",
    () => ({ DATA_DIR: folder(), OIDC_SETTINGS: join(folder(), "none.json") }),
    /OIDC_SETTINGS must name a JSON file: ENOENT/,
  ],
  ["HOST is foreign", () => ({ DATA_DIR: folder(), HOST: "192.0.2.1" }), /HOST is no address/],
])("when %s, the start fails with one sentence that says what to do", async (_, env, advice) => {
  const { code, said } = await start(env());
  expect(code).toBe(1);
  expect(said).toMatch(advice);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
});

it("when a segment file is damaged in what is read at the start, the start fails and names it", async () => {
  const data = folder();
  const traces = join(data, "traces");
  const store = openEmbeddedStore({
    folder: traces,
    retentionDays: 7,
    clock: Date.now,
    hasThreads: false,
    rowsPerSegment: 2,
  });
  const records = [Date.now() - 2, Date.now() - 1].map((time, index) => {
    const trace = buildTrace({ trace_id: `t${index}`, time });
    return { trace, wire: JSON.stringify(trace), original: undefined };
  });
  await store.append(project, records);
  await store.close();
  const [name = ""] = readdirSync(join(traces, "segments"));
  const file = join(traces, "segments", name);
  const bytes = readFileSync(file);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const { code, said } = await start({ DATA_DIR: data });
  expect(code).toBe(1);
  expect(said).toContain(`${file} is damaged: put it back from a backup.`);
  expect(said).not.toContain("is ready");
});

it("when the port is taken, the start says so", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { code, said } = await start({ DATA_DIR: folder(), PORT: String(port) });
  expect(code).toBe(1);
  expect(said).toMatch(/^The port is in use by another program: set PORT/);
});
