import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlaywrightWorkerArgs } from "@playwright/test";
import type { Server } from "./servers.ts";

type Playwright = PlaywrightWorkerArgs["playwright"];

/** A user name and its password. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** A server, somebody who may sign in there, and the state of a browser in which they have. */
export interface TraceServer {
  readonly url: string;
  readonly credentials: Credentials;
  readonly state: Awaited<ReturnType<typeof signInTo>>;
}

/** The state of a browser in which nobody has signed in. */
export const signedOutState = { cookies: [], origins: [] };

async function signInTo(url: string, credentials: Credentials, { request }: Playwright) {
  const context = await request.newContext({ baseURL: url });
  const reply = await context.post("/api/session", { data: credentials });
  if (!reply.ok()) throw new Error(`Signing in was answered with ${reply.status()}.`);
  const state = await context.storageState();
  await context.dispose();
  return state;
}

/** The first user of an empty installation, with the password that its server prints once. */
export function readFirstAdmin(output: string): Credentials | undefined {
  const [, user, password] = /sign in as "(\S+)" with the password (\S+)/.exec(output) ?? [];
  return user === undefined || password === undefined ? undefined : { user, password };
}

/** Runs `work` in a folder of its own, which is removed afterwards. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "trace-console-e2e-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with a server after signing in there, and stops the server afterwards. */
export async function withSignedIn(
  server: Server,
  credentials: Credentials,
  playwright: Playwright,
  work: (server: TraceServer) => Promise<void>,
): Promise<void> {
  try {
    const state = await signInTo(server.url, credentials, playwright);
    await work({ url: server.url, credentials, state });
  } finally {
    await server.stop();
  }
}
