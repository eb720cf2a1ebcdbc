import { createHash, randomBytes } from "node:crypto";
import {
  createdExportSchema,
  exportManifestSchema,
  exportProgressSchema,
} from "@trace-console/contracts/export-api";
import { traceSchema } from "@trace-console/contracts/trace";
import { exportColumns } from "@trace-console/contracts/trace-columns";
import { rowsOf, unzip } from "@trace-console/trace-tables/test-workbook";
import { expect, it } from "vitest";
import { keptExportMs, keptExportsPerUser, maxExports, maxExportsPerUser } from "../limits.ts";
import {
  foreignProject,
  grantsFor,
  hour,
  noon,
  openTestApp,
  otherProject,
  project,
} from "../test-app.ts";

const range = `from=${noon - 48 * hour}&to=${noon}`;
const exportsOf = (project_id: string) => `/api/projects/${project_id}/exports`;

async function openExporting() {
  const test = await openTestApp({ hasThreads: true });
  const { sendAs, session, sessionOf, get } = test;
  const make = (body: object, query = range, project_id = project, as = session) =>
    sendAs(as)("POST", `${exportsOf(project_id)}?${query}`, body);
  /** Makes an export. @returns its address. */
  const made = async (body: object, query?: string) => {
    const reply = await make(body, query);
    expect(reply.statusCode).toBe(201);
    return `${exportsOf(project)}/${createdExportSchema.parse(reply.json()).export_id}`;
  };
  const progressOf = async (one: string) => exportProgressSchema.parse((await get(one)).json());
  /** Adds another reader of the project. @returns the token of their session. */
  const signInBen = () => sessionOf("ben", ...grantsFor(project));
  return { ...test, make, made, progressOf, signInBen };
}

/** The same with more traces than the sockets of a slow client take, over real connections. */
async function openWithMuch() {
  const test = await openExporting();
  // Which no format makes small.
  const noise = () => randomBytes(22_500).toString("base64");
  const fields = Array.from({ length: 400 }, (_, n) => ({
    time: noon - n - 1,
    request: noise(),
    response: noise(),
    message: noise(),
  }));
  await test.add(project, ...fields);
  const { ask } = await test.listen();
  const begin = async (one: string) => {
    const leave = new AbortController();
    const reply = await ask(`${one}/file`, { signal: leave.signal });
    return { reply, leave: () => leave.abort() };
  };
  const cancel = (one: string) => ask(one, { method: "DELETE" });
  return { ...test, begin, cancel };
}

it.each(["csv", "ndjson", "xlsx"])(
  "an export as %s is followed to its end, and its manifest has the hash of the file",
  async (format) => {
    const { add, make, get, progressOf } = await openExporting();
    await add(project, { user: { name: "a" } }, { user: { name: "b" } }, { user: { name: "a" } });
    const reply = await make({ format, time_zone: "Asia/Shanghai" }, `${range}&user=a`);
    const { export_id, file_name, total } = createdExportSchema.parse(reply.json());
    expect([file_name, total]).toEqual([`traces-2026-03-09-to-2026-03-11.${format}`, 2]);
    const one = `${exportsOf(project)}/${export_id}`;
    expect(await progressOf(one)).toMatchObject({ state: "waiting", traces: 0, bytes: 0, total });

    const file = await get(`${one}/file`);
    expect(file.headers["content-disposition"]).toBe(`attachment; filename="${file_name}"`);
    const sha256 = createHash("sha256").update(file.rawPayload).digest("hex");
    const bytes = file.rawPayload.length;
    expect(await progressOf(one)).toEqual({
      export_id,
      file_name,
      total,
      state: "complete",
      traces: 2,
      bytes,
      sha256,
    });

    const manifest = await get(`${one}/manifest`);
    expect(manifest.headers["content-disposition"]).toBe(
      `attachment; filename="${file_name}.manifest.json"`,
    );
    const table = { columns: [...exportColumns], time_zone: "Asia/Shanghai" };
    expect(exportManifestSchema.parse(manifest.json())).toEqual({
      export_id,
      file_name,
      format,
      bytes,
      sha256,
      traces: 2,
      ...(format === "ndjson" ? {} : table),
      region: "cn-north-4",
      project_id: project,
      query: { trace_type: "system", from: noon - 48 * hour, to: noon, user: ["a"] },
      time_range: { from: "2026-03-09T12:00:00.000Z", to: "2026-03-11T12:00:00.000Z" },
      order: "time descending, trace_id descending",
      exported_by: "ann",
      started_at: new Date(noon).toISOString(),
      completed_at: new Date(noon).toISOString(),
    });
  },
);

it("a table has the columns in the order and the times in the zone that were asked for", async () => {
  const { add, made, get } = await openExporting();
  await add(project, { trace_id: "old", time: noon - 2 }, { trace_id: "=new", time: noon - 1 });
  const table = { columns: ["trace_id", "time"], time_zone: "Asia/Shanghai" };
  const csv = await get(`${await made({ format: "csv", ...table })}/file`);
  expect(csv.body.split("\r\n")).toEqual([
    '\uFEFF"trace_id","time"',
    `"'=new","2026-03-11T19:59:59.999+08:00"`,
    '"old","2026-03-11T19:59:59.998+08:00"',
    "",
  ]);
  const xlsx = await get(`${await made({ format: "xlsx", ...table })}/file`);
  expect(rowsOf(unzip(xlsx.rawPayload).get("xl/worksheets/sheet1.xml") ?? "")).toEqual([
    ["trace_id", "time"],
    ["=new", "2026-03-11T19:59:59.999+08:00"],
    ["old", "2026-03-11T19:59:59.998+08:00"],
  ]);
});

it("a search for a text has no total until it is done", async () => {
  const { add, made, get, progressOf } = await openExporting();
  await add(project, { message: "Needle" }, { message: "hay" });
  const one = await made({ format: "ndjson" }, `${range}&text=needle`);
  expect((await progressOf(one)).total).toBeUndefined();
  await get(`${one}/file`);
  expect(await progressOf(one)).toMatchObject({ state: "complete", traces: 1 });
});

it.each([
  [{ format: "pdf" }, range, "CTS.0003"],
  [{ format: "csv", columns: ["color"] }, range, "CTS.0003"],
  [{ format: "csv", time_zone: "Mars/Olympus" }, range, "CTS.0003"],
  [{ format: "csv", time_zone: "CST" }, range, "CTS.0003"],
  [{ format: "csv" }, "from=1", "CTS.0300"],
])(
  "what cannot be exported is told before there is an export: %j, %s",
  async (body, query, code) => {
    const { make } = await openExporting();
    const reply = await make(body, query);
    expect([reply.statusCode, reply.json<{ error_code: string }>().error_code]).toEqual([
      400,
      code,
    ]);
  },
);

it("an export is known to its user in its project, and to nobody else", async () => {
  const { make, made, sendAs, get, signInBen } = await openExporting();
  const one = await made({ format: "csv" });
  const sendAsBen = sendAs(await signInBen());
  const elsewhere = one.replace(project, otherProject);
  for (const path of ["", "/file", "/manifest"]) {
    const asBen = await sendAsBen("GET", one + path);
    expect([asBen.statusCode, (await get(elsewhere + path)).statusCode]).toEqual([404, 404]);
  }
  expect((await sendAsBen("DELETE", one)).statusCode).toBe(404);
  expect((await make({ format: "csv" }, range, foreignProject)).statusCode).toBe(404);
  expect((await get(one)).statusCode).toBe(200);
});

it("a file is fetched once, and only a complete one has a manifest", async () => {
  const { made, get } = await openExporting();
  const one = await made({ format: "csv" });
  expect((await get(`${one}/manifest`)).statusCode).toBe(409);
  expect((await get(`${one}/file`)).statusCode).toBe(200);
  expect((await get(`${one}/file`)).statusCode).toBe(409);
  expect((await get(`${one}/manifest`)).statusCode).toBe(200);
});

it.each(["csv", "ndjson", "xlsx"])(
  "an export as %s that is cancelled on its way is broken off, and makes room",
  async (format) => {
    const { made, begin, cancel, progressOf } = await openWithMuch();
    for (let times = 0; times <= maxExports; times += 1) {
      const one = await made({ format });
      const { reply } = await begin(one);
      expect(await progressOf(one)).toMatchObject({ state: "running" });
      expect((await cancel(one)).status).toBe(204);
      await expect(reply.arrayBuffer()).rejects.toThrow("terminated");
      const { state, sha256 } = await progressOf(one);
      expect([state, sha256]).toEqual(["cancelled", undefined]);
    }
  },
);

it("one that was cancelled before its file was fetched has none", async () => {
  const { made, get, send, progressOf } = await openExporting();
  const one = await made({ format: "csv" });
  await send("DELETE", one);
  expect((await get(`${one}/file`)).statusCode).toBe(409);
  expect((await progressOf(one)).state).toBe("cancelled");
});

it("a reader that goes away leaves a failed export behind, and no manifest", async () => {
  const { made, begin, get, progressOf } = await openWithMuch();
  const one = await made({ format: "csv" });
  const { leave } = await begin(one);
  leave();
  await expect.poll(async () => (await progressOf(one)).state, { timeout: 10_000 }).toBe("failed");
  expect((await progressOf(one)).reason).toBe("broken off");
  expect((await get(`${one}/manifest`)).statusCode).toBe(409);
});

it.each(["signs out", "loses the role", "is removed"])(
  "an export whose reader %s on the way is broken off",
  async (what) => {
    const { made, begin, accounts, session } = await openWithMuch();
    const { reply } = await begin(await made({ format: "ndjson" }));
    if (what === "signs out") accounts.sessions.end(session);
    else if (what === "is removed") accounts.users.remove("ann");
    else accounts.users.setGrants("ann", grantsFor(otherProject));
    const length = async () => (await reply.arrayBuffer()).byteLength;
    await expect(length()).rejects.toThrow("terminated");
  },
);

it("beyond the limit an export is refused when it is made, and when its file is fetched", async () => {
  const { made, make, begin, get, progressOf, signInBen } = await openWithMuch();
  const late = await made({ format: "csv" });
  const begun = await Array.fromAsync(Array.from({ length: maxExportsPerUser }), async () =>
    begin(await made({ format: "csv" })),
  );
  const refused = await make({ format: "csv" });
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "5"]);
  expect(refused.body).toContain(`${maxExportsPerUser} of your exports are under way already`);
  expect((await make({ format: "csv" }, range, project, await signInBen())).statusCode).toBe(201);
  expect((await get(`${late}/file`)).statusCode).toBe(503);
  expect(await progressOf(late)).toMatchObject({ state: "failed", reason: "too many" });
  for (const { leave } of begun) leave();
});

it("a store that cannot be read is a failed export, not an empty file", async () => {
  const { made, get, store, progressOf } = await openExporting();
  const one = await made({ format: "xlsx" });
  await store.close();
  expect((await get(`${one}/file`)).statusCode).toBe(500);
  expect(await progressOf(one)).toMatchObject({ state: "failed", reason: "not read" });
});

it("exports are remembered for an hour, and a few of each user", async () => {
  const { made, get, time, sendAs, sessionOf } = await openExporting();
  const [first = "", ...others] = await Array.fromAsync(
    Array.from({ length: keptExportsPerUser + 1 }),
    () => made({ format: "csv" }),
  );
  expect((await get(first)).statusCode).toBe(404);
  for (const one of others) expect((await get(one)).statusCode).toBe(200);
  time.now += keptExportMs + 1;
  // The session that was left alone for so long has ended, too.
  const sendAgain = sendAs(await sessionOf("ann"));
  for (const one of others) {
    expect((await sendAgain("GET", one)).statusCode).toBe(404);
  }
});

it("an export is recorded when it is made, with its file, and once", async () => {
  const { made, get, store } = await openExporting();
  const one = await made({ format: "csv", columns: ["time"] });
  await get(`${one}/file`);
  await get(`${one}/manifest`);
  const query = { trace_type: "system", from: 0, to: noon + 1, limit: 10 } as const;
  const page = await store.list(project, { ...query, service_type: ["CTS"] });
  const traces = page.traces.map(({ wire }) => traceSchema.parse(JSON.parse(String(wire))));
  expect(traces).toHaveLength(1);
  expect(traces[0]).toMatchObject({
    trace_name: "exportTrace",
    resource_id: one.split("/").at(-1),
    resource_name: "traces-2026-03-09-to-2026-03-11.csv",
    code: "201",
  });
  expect(traces[0]?.request).toContain('"format":"csv"');
});
