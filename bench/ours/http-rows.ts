import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { makeLoad } from "../load/make-load.ts";
import { loadProject } from "../load/scope.ts";
import { hourMs } from "../questions/question.ts";
import { type Figure, single } from "../run/figures.ts";
import type { Plan } from "../run/plan.ts";
import { Progress, readable } from "../run/progress.ts";
import { warmFiles } from "../run/warm-files.ts";
import { startArrivals } from "./arrivals.ts";
import { startServer } from "./child-server.ts";
import { importFile, portOf, signIn, startTraceConsole } from "./trace-console.ts";

const connections = 32;
const secondsEach = 3;
const turns = 5;
/** Until what the load before has left in the log is sealed: there are as many cores as processes. */
const restMs = 15_000;
const differentPaths = 40_000;
/** How many different replies the ceiling sends in turn. */
const recorded = 64;

/** What only the server's own figures have: rows of the HTTP API, and their ceiling. */
export interface HttpFigures {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly ceilings: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
}

/**
 * While a trace a second arrives: starts the server on the loaded store (`plan.folder` is its `DATA_DIR`), asks it over 32
 * connections, and asks the same of plain node:http that sends the same bytes, head and body.
 */
export async function measureHttp(plan: Plan): Promise<HttpFigures> {
  const figures: Record<string, Figure> = {};
  const ceilings: Record<string, Record<string, Figure>> = {};
  registerProject(plan);
  const server = await startTraceConsole({ DATA_DIR: plan.folder });
  let arrivalsFailed: unknown;
  const endArrivals = startArrivals(plan, (error) => {
    arrivalsFailed = error;
  });
  try {
    const port = portOf(server);
    const origin = `http://127.0.0.1:${port}`;
    const cookie = await signIn(origin, server);
    const resting = new Progress("Trace Console: what the start and the load before leave to do");
    await setTimeout(restMs);
    resting.done("done");
    for (const length of [10, 200]) {
      for (const [way, paths] of [
        ["same", pathsOf(plan, length, hourMs, 1)],
        ["different", pathsOf(plan, length, hourMs, differentPaths)],
        ["week", pathsOf(plan, length, 160 * hourMs, differentPaths)],
      ] as const) {
        const row = `http-list-${length}-${way}`;
        await warmFiles(plan.folder);
        const progress = new Progress(`Trace Console: ${row} over ${connections} connections`);
        const replies = await record(origin, cookie, paths.slice(0, recorded));
        const file = join(plan.folder, "replies.json");
        writeFileSync(file, JSON.stringify(replies));
        const { rate, ceiling } = await askByTurns(port, cookie, paths, file);
        figures[row] = single(rate);
        ceilings[row] = { "node:http": single(ceiling) };
        progress.done(`${readable(rate)} requests/s; node:http alone ${readable(ceiling)}`);
      }
    }
    figures["export-csv-http"] = single(await measureCsv(plan, origin, cookie));
    if (arrivalsFailed !== undefined)
      throw new Error("no trace arrived", { cause: arrivalsFailed });
  } finally {
    await endArrivals();
    await server.stop();
  }
  return { figures, ceilings };
}

/** The importer registers the project: it is given one trace that is stored already. */
function registerProject(plan: Plan): void {
  const file = join(plan.folder, "one-trace.json");
  for (const { wire } of makeLoad({ ...plan, count: plan.count })) {
    writeFileSync(file, `[${wire}]`);
    break;
  }
  importFile(file, { DATA_DIR: plan.folder });
}

/** Paths of lists: each ends at another moment of the newest `spread` ms, half ask for one status. */
function pathsOf({ end }: Plan, length: number, spread: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const to = end - index * Math.floor(spread / count);
    const status = index % 2 === 0 ? "" : "&trace_rating=warning";
    return `/api/projects/${loadProject}/traces?from=${end - 166 * hourMs}&to=${to}&limit=${length}${status}`;
  });
}

/** The headers that node:http adds to every reply by itself. */
const addedHeaders = ["connection", "date", "keep-alive"];

/** The replies as `raw-server` takes them. */
async function record(origin: string, cookie: string, paths: readonly string[]) {
  const replies: { readonly headers: readonly string[]; readonly body: string }[] = [];
  for (const path of paths) {
    const reply = await fetch(origin + path, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
    const headers = [...reply.headers].filter(([name]) => !addedHeaders.includes(name)).flat();
    replies.push({ headers, body: await reply.text() });
  }
  return replies;
}

/** Requests per second that a client in a process of its own gets answered. */
async function askOver(port: number, cookie: string, paths: readonly string[]): Promise<number> {
  const client = spawn(process.execPath, [join(import.meta.dirname, "http-client.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  client.stdin.end(JSON.stringify({ port, connections, seconds: secondsEach, cookie, paths }));
  let said = "";
  client.stdout.setEncoding("utf8").on("data", (text) => {
    said += String(text);
  });
  await once(client, "close");
  const code = client.exitCode;
  if (code !== 0) throw new Error("the HTTP client failed");
  return Number(said);
}

/** Asks the server and plain node:http by turns, as the machine is not equally fast all the time. */
async function askByTurns(
  port: number,
  cookie: string,
  paths: readonly string[],
  replies: string,
): Promise<{ readonly rate: number; readonly ceiling: number }> {
  const raw = await startServer(
    [join(import.meta.dirname, "raw-server.ts"), replies],
    {},
    /^port \d+$/,
  );
  const [rates, ceilings]: [number[], number[]] = [[], []];
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      rates.push(await askOver(port, cookie, paths));
      ceilings.push(await askOver(portOf(raw), cookie, paths));
    }
  } finally {
    await raw.stop();
  }
  return { rate: medianOf(rates), ceiling: medianOf(ceilings) };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** CSV through the server's own export: its lines are traces, as no cell has a line break here. */
async function measureCsv({ end }: Plan, origin: string, cookie: string): Promise<number> {
  const progress = new Progress("Trace Console: export as CSV over HTTP");
  const path = `/api/projects/${loadProject}/export.csv?from=${end - 166 * hourMs}&to=${end}`;
  const start = performance.now();
  const reply = await fetch(origin + path, { headers: { cookie } });
  if (!reply.ok || reply.body === null) throw new Error(`${path} answered ${reply.status}`);
  let lines = 0;
  for await (const chunk of reply.body) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    if (performance.now() - start > 20_000) break;
  }
  const rate = (lines / (performance.now() - start)) * 1000;
  progress.done(`${readable(rate)} traces/s`);
  return rate;
}
