import { tracePageSchema } from "@trace-console/contracts/console-api";
import { savedViewSchema, savedViewsSchema } from "@trace-console/contracts/saved-view-api";
import { allProjects } from "@trace-console/contracts/permissions";
import { describe, expect, it } from "vitest";
import {
  foreignProject,
  grantsFor,
  hour,
  noon,
  openTestApp,
  otherProject,
  project,
} from "../test-app.ts";

const state = {
  filter: { trace_type: "system", service_type: ["ModelArts"], not_user: ["li.wei"], text: "gpu" },
  range: { preset: "1d" },
  columns: ["time", "trace_name"],
};
const asked = { name: "Failed jobs", is_shared: false, state };

async function openWithReaders() {
  const test = await openTestApp();
  const { sessionOf } = test;
  const known = {
    ann: test.session,
    bob: await sessionOf("bob", ...grantsFor(project)),
    eve: await sessionOf("eve", ...grantsFor(foreignProject)),
    root: await sessionOf("root", ...grantsFor(allProjects), {
      role: "Trace Console Administrator",
      project_id: allProjects,
    }),
  };
  const send = (
    who: keyof typeof known,
    method: "GET" | "POST" | "PUT" | "DELETE",
    view_id = "",
    payload?: object,
    project_id = project,
  ) =>
    test.sendAs(known[who])(
      method,
      `/api/projects/${project_id}/saved-views${view_id === "" ? "" : `/${view_id}`}`,
      payload,
    );
  const save = async (who: keyof typeof known, view: object = asked) => {
    const reply = await send(who, "POST", "", view);
    expect([reply.statusCode, reply.body]).toEqual([201, expect.any(String)]);
    return savedViewSchema.parse(reply.json());
  };
  const namesOf = async (who: keyof typeof known) =>
    savedViewsSchema.parse((await send(who, "GET")).json()).views.map(({ name }) => name);
  return { ...test, send, save, namesOf };
}

describe("saved views", () => {
  it("are made, listed as they were made, replaced and deleted", async () => {
    const { send, save, namesOf } = await openWithReaders();
    const made = await save("ann");
    expect(made).toEqual({
      ...asked,
      view_id: made.view_id,
      owner: "ann",
      is_own: true,
      may_change: true,
    });
    expect((await send("ann", "GET")).json()).toEqual({ views: [made], unusable: [] });
    const range = { from: noon - hour, to: noon };
    const changed = { name: "Jobs", is_shared: true, state: { ...state, range } };
    expect((await send("ann", "PUT", made.view_id, changed)).statusCode).toBe(204);
    expect((await send("ann", "GET")).json()).toEqual({
      views: [{ ...made, ...changed }],
      unusable: [],
    });
    expect((await send("ann", "DELETE", made.view_id)).statusCode).toBe(204);
    expect((await send("ann", "DELETE", made.view_id)).statusCode).toBe(404);
    expect(await namesOf("ann")).toEqual([]);
  });

  it("are seen by others of the project when they are shared, and by nobody of another", async () => {
    const { send, save, namesOf } = await openWithReaders();
    await save("ann", { ...asked, name: "own" });
    const { view_id } = await save("ann", { ...asked, name: "shared", is_shared: true });
    expect(await namesOf("bob")).toEqual(["shared"]);
    expect(await namesOf("root")).toEqual(["shared"]);
    expect((await send("eve", "GET")).statusCode).toBe(404);
    expect((await send("eve", "GET", "", undefined, foreignProject)).json()).toEqual({
      views: [],
      unusable: [],
    });
    expect((await send("ann", "GET", "", undefined, otherProject)).json()).toEqual({
      views: [],
      unusable: [],
    });
    // The id is known, and leads nowhere from another project.
    for (const [who, at] of [
      ["eve", foreignProject],
      ["ann", otherProject],
    ] as const) {
      expect((await send(who, "DELETE", view_id, undefined, at)).statusCode).toBe(404);
      expect((await send(who, "PUT", view_id, asked, at)).statusCode).toBe(404);
    }
    expect(await namesOf("bob")).toEqual(["shared"]);
  });

  it("of others are changed and deleted by administrators alone, and only shared ones", async () => {
    const { send, save, namesOf } = await openWithReaders();
    const own = await save("ann", { ...asked, name: "own" });
    const shared = await save("ann", { ...asked, name: "shared", is_shared: true });
    const refused = await send("bob", "DELETE", shared.view_id);
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { error_code: "CTS.0013" }]);
    expect(refused.body).toContain("only ann or an administrator may change this view");
    expect((await send("bob", "PUT", shared.view_id, asked)).statusCode).toBe(403);
    for (const who of ["bob", "root"] as const) {
      const [hidden, unknown] = [
        await send(who, "DELETE", own.view_id),
        await send(who, "DELETE", "made-up"),
      ];
      expect([hidden.statusCode, hidden.body]).toEqual([404, unknown.body]);
      expect((await send(who, "PUT", own.view_id, asked)).statusCode).toBe(404);
    }
    const renamed = { ...asked, name: "renamed", is_shared: true };
    expect((await send("root", "PUT", shared.view_id, renamed)).statusCode).toBe(204);
    expect(await namesOf("ann")).toEqual(["own", "renamed"]);
    expect((await send("root", "DELETE", shared.view_id)).statusCode).toBe(204);
    expect(await namesOf("ann")).toEqual(["own"]);
  });

  it("need a name of their own", async () => {
    const { send, save } = await openWithReaders();
    await save("ann", { ...asked, name: "Caf\u00e9" });
    // Written otherwise, it is the same name.
    const taken = await send("ann", "POST", "", { ...asked, name: "Cafe\u0301" });
    expect([taken.statusCode, taken.json()]).toMatchObject([409, { error_code: "TC.0409" }]);
    await save("bob", { ...asked, name: "Caf\u00e9" });
  });

  it("hold nothing that the Trace List has not, in names that can be read: 400 CTS.0003", async () => {
    const { send, save, namesOf } = await openWithReaders();
    const withState = (changes: object) => ({ ...asked, state: { ...state, ...changes } });
    const withFilter = (filter: object) => withState({ filter });
    const long = Array.from({ length: 100 }, (_, n) => `${n}`.padEnd(80, "x"));
    const unfit: Readonly<Record<string, object>> = {
      "no name": { ...asked, name: "" },
      "a space before the name": { ...asked, name: " padded" },
      "a space behind the name": { ...asked, name: "padded " },
      "a name of two lines": { ...asked, name: "two\nlines" },
      "a name that turns the text around": { ...asked, name: "turned \u202eround" },
      "a long name": { ...asked, name: "x".repeat(65) },
      "an owner": { ...asked, owner: "bob" },
      "shared with some": { ...asked, is_shared: "some" },
      Live: withState({ live: true }),
      "an unknown column": withState({ columns: ["password"] }),
      "no columns": withState({ columns: [] }),
      "an unknown preset": withState({ range: { preset: "2d" } }),
      "two ranges": withState({ range: { preset: "1d", from: 1, to: 2 } }),
      "a range of no time": withState({ range: { from: 2, to: 2 } }),
      "an unknown kind of traces": withFilter({ trace_type: "other" }),
      "an unknown filter": withFilter({ trace_type: "system", code: ["200"] }),
      "a value that is no list": withFilter({ trace_type: "system", user: "li.wei" }),
      "an operator of data traces": withFilter({ trace_type: "data", user: ["li.wei"] }),
      "an operator left out of data traces": withFilter({ trace_type: "data", not_user: ["x"] }),
      "a filter that no address can hold": withFilter({ trace_type: "system", user: long }),
    };
    const { view_id } = await save("ann", { ...asked, name: "first" });
    for (const [what, view] of Object.entries(unfit)) {
      for (const reply of [
        await send("ann", "POST", "", view),
        await send("ann", "PUT", view_id, view),
      ]) {
        expect([what, reply.statusCode, reply.json()]).toMatchObject([
          what,
          400,
          { error_code: "CTS.0003" },
        ]);
      }
    }
    expect(await namesOf("ann")).toEqual(["first"]);
  });

  it("are recorded, but what is their owner's alone is not told to all readers", async () => {
    const { send, save, get } = await openWithReaders();
    const own = await save("ann", { ...asked, name: "suspicion" });
    await save("ann", { ...asked, name: "for all", is_shared: true });
    await send("ann", "PUT", own.view_id, { ...asked, name: "evidence" });
    await send("ann", "DELETE", own.view_id);
    const page = await get(
      `/api/projects/${project}/traces?from=0&to=${noon + hour}&resource_type=savedView`,
    );
    const recorded = tracePageSchema
      .parse(page.json())
      .traces.map(({ trace_name, resource_name = "-" }) => `${trace_name} ${resource_name}`);
    expect(recorded.toSorted()).toEqual([
      "createSavedView -",
      "createSavedView for all",
      "deleteSavedView -",
      "updateSavedView -",
    ]);
    for (const secret of ["suspicion", "evidence", "li.wei", "gpu"]) {
      expect(page.body).not.toContain(secret);
    }
  });
});
