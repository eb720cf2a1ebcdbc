import type { ChildServer } from "../ours/child-server.ts";
import { portOf, signIn } from "../ours/trace-console.ts";

/** The console that is measured, and what it shows. */
export interface Target {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  /** The session's cookie, `name=value`. */
  readonly cookie: string;
  readonly projectId: string;
  /** Just after the newest trace of the load, ms since 1970. */
  readonly end: number;
  /** How many traces the project has. */
  readonly traces: number;
}

const day = 86_400_000;

/** The address of the Overview over the week that ends at `end`. */
export function overviewAddress({ origin, projectId, end }: Target): string {
  const scope = { region: "cn-north-4", project: projectId };
  return `${origin}/overview?${new URLSearchParams({ ...scope, range: "1w", to: String(end) })}`;
}

/** The address of the Trace List over a week that ends at `to`, ms since 1970. */
export function listAddress(
  { origin, projectId }: Target,
  to: number,
  filters: Readonly<Record<string, string>> = {},
): string {
  const scope = { region: "cn-north-4", project: projectId };
  const range = { from: String(to - 7 * day), to: String(to) };
  return `${origin}/trace-list?${new URLSearchParams({ ...scope, ...range, ...filters })}`;
}

/** Signs in to a server and counts what it has. */
export async function openTarget(
  server: ChildServer,
  { projectId, end }: Pick<Target, "projectId" | "end">,
): Promise<Target> {
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const cookie = await signIn(origin, server);
  const path = `/api/projects/${projectId}/totals?from=0&to=${end}`;
  const reply = await fetch(origin + path, { headers: { cookie } });
  const counted: unknown = await reply.json();
  if (typeof counted !== "object" || counted === null || !("total" in counted)) {
    throw new Error(`${path} answered ${reply.status}`);
  }
  return { origin, cookie, projectId, end, traces: Number(counted.total) };
}
