import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { serverMemory } from "../../scripts/server-memory.mjs";
import { type ChildServer, startServer } from "./child-server.ts";

const apps = join(import.meta.dirname, "..", "..", "apps");

type Environment = Readonly<Record<string, string>>;

/** Starts the server as `npm start` does, on a port that the system chooses. */
export function startTraceConsole(env: Environment): Promise<ChildServer> {
  return startServer(
    [join(apps, "api", "main.ts"), "start"],
    { ...serverMemory, PORT: "0", HOST: "127.0.0.1", ...env },
    /^Trace Console is ready/,
  );
}

/**
 * Imports a file of traces of region cn-north-4, which registers their project.
 *
 * @throws Error when the importer fails
 */
export function importFile(file: string, env: Environment): void {
  const args = [join(apps, "cli", "main.ts"), "import", "--region", "cn-north-4", file];
  const { status } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("the project could not be registered");
}

/** The port that a server said. @throws Error when it said none */
export function portOf({ said }: ChildServer): number {
  const found =
    /ready: \S+:(\d+)/.exec(said.join("\n"))?.[1] ?? /port (\d+)/.exec(said.join("\n"))?.[1];
  if (found === undefined) throw new Error("the server did not say its port");
  return Number(found);
}

/** Signs in as the first user, whose password the server said. @returns the cookie of the session */
export async function signIn(origin: string, { said }: ChildServer): Promise<string> {
  const password = /with the password (\S+)/.exec(said.join("\n"))?.[1];
  const reply = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user: "admin", password }),
  });
  const cookie = reply.headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`the server did not let us in: ${reply.status}`);
  return cookie;
}
