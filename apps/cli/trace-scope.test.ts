import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Workbench, buildTraceText, project_id } from "./cli-fixture.ts";

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.remove());

const other = "22222222222222222222222222220101";
const fileName = (scope: string): string =>
  `p_CloudTrace_${scope}_2024-12-13T01-29-19Z_47b9d51830deff47.json`;

function findProject(id: string) {
  const accounts = bench.openAccounts();
  const project = accounts.projects.find(id);
  accounts.close();
  return project;
}

describe("region and project", () => {
  test("flags win over path and trace, and the project is registered", async () => {
    const text = buildTraceText({ project_id: other, domain_id: "d1", region: "cn-east-3" });
    const file = bench.put(
      `CloudTraces/cn-north-4/2024/6/19/system/${fileName("cn-north-4")}`,
      text,
    );
    const flags = ["--region", "eu-west-101", "--project", project_id];
    expect(await bench.importJson([...flags, file])).toMatchObject({ summary: { accepted: 1 } });
    expect(findProject(project_id)).toEqual({
      project_id,
      region: "eu-west-101",
      name: "eu-west-101",
      domain_id: "d1",
    });
    expect(findProject(other)).toBeUndefined();
    expect(await bench.countStored()).toBe(1);
  });

  test("the path gives the region, the trace the project", async () => {
    const user = { name: "a", domain: { id: "d2" } };
    const text = buildTraceText({ project_id, region: "cn-east-3", user });
    bench.put(`CloudTraces/cn-north-4/2024/6/19/system/ECS/${fileName("cn-north-4")}`, text);
    expect(await bench.importJson([bench.input])).toMatchObject({ summary: { accepted: 1 } });
    expect(findProject(project_id)).toMatchObject({ region: "cn-north-4", domain_id: "d2" });
  });

  test("a path may name a project below its region, which then holds traces without an id", async () => {
    const first = bench.put(fileName("eu-west-101-audit"), buildTraceText({ project_id }));
    expect(await bench.importJson([first])).toMatchObject({ summary: { accepted: 1 } });
    expect(findProject(project_id)).toMatchObject({ region: "eu-west-101", name: "audit" });

    bench.put(`2/${fileName("eu-west-101-audit")}`, buildTraceText({ trace_id: "b" }));
    bench.put(`3/${fileName("eu-west-101-audit")}`, buildTraceText({ project_id: other }));
    bench.put(`4/${fileName("cn-north-4-audit")}`, buildTraceText({ trace_id: "d" }));
    const run = await bench.importJson([bench.input]);
    expect(run.traces.map(({ verdict }) => verdict)).toEqual([
      "accepted",
      "accepted",
      "rejected",
      "duplicate",
    ]);
    expect(await bench.countStored()).toBe(2);
    expect(await bench.countStored(other)).toBe(1);
  });

  test("an id in the path is the project", async () => {
    bench.put(fileName(`eu-west-101-${project_id}`), buildTraceText());
    expect(await bench.importJson([bench.input])).toMatchObject({ summary: { accepted: 1 } });
    expect(findProject(project_id)).toMatchObject({ name: "eu-west-101", region: "eu-west-101" });
  });

  test("the trace alone is enough if it tells both, or tells a project that is known", async () => {
    const file = bench.put("a.json", buildTraceText({ project_id, region: "cn-east-3" }));
    expect(await bench.importJson([file])).toMatchObject({ code: 0, summary: { accepted: 1 } });
    const next = bench.put("b.json", buildTraceText({ project_id, trace_id: "b" }));
    expect(await bench.importJson([next])).toMatchObject({ code: 0, summary: { accepted: 1 } });
    expect(findProject(project_id)).toMatchObject({ region: "cn-east-3" });
  });

  test("traces of several projects in one file go each to their own", async () => {
    const [a, b] = [project_id, other].map((id) => buildTraceText({ project_id: id }));
    const file = bench.put("a.json", `[${a},${b},${a}]`);
    const run = await bench.importJson(["--region", "eu-west-101", file]);
    expect(run.traces.map(({ verdict }) => verdict)).toEqual(["accepted", "accepted", "duplicate"]);
    expect([await bench.countStored(), await bench.countStored(other)]).toEqual([1, 1]);
  });

  test("what nothing tells is asked for", async () => {
    const noProject = bench.put("a.json", buildTraceText());
    const badProject = bench.put("b.json", buildTraceText({ project_id: "x".repeat(129) }));
    const noRegion = bench.put("c.json", buildTraceText({ project_id }));
    const run = await bench.importJson([noProject, badProject, noRegion]);
    expect(run.code).toBe(1);
    expect(run.traces.map(({ reason }) => reason)).toEqual([
      "its project is not known: pass --project ID",
      "its project is not known: pass --project ID",
      `the region of project ${project_id} is not known: pass --region ID`,
    ]);
    expect(findProject(project_id)).toBeUndefined();
  });
});

describe("a project never changes its region", () => {
  test("a file that contradicts --region is refused as a whole", async () => {
    const known = bench.put("a.json", buildTraceText({ project_id }));
    await bench.importJson(["--region", "eu-west-101", known]);
    const mixed = bench.put(
      "b.json",
      [other, project_id]
        .map((id) => buildTraceText({ project_id: id, trace_id: "new" }))
        .join("\n"),
    );
    const reason = `--region cn-north-4 contradicts project ${project_id}, which lies in eu-west-101`;
    for (const flags of [[], ["--project", project_id]]) {
      const run = await bench.importJson(["--region", "cn-north-4", ...flags, mixed]);
      expect(run).toMatchObject({ code: 1, traces: [], summary: { broken: 1, files: 1 } });
      expect(run.files).toEqual([{ file: mixed, status: "refused", reason }]);
    }
    expect([await bench.countStored(), await bench.countStored(other)]).toEqual([1, 0]);
  });

  test("a trace that contradicts the place of its file is rejected", async () => {
    await bench.importJson([
      "--region",
      "eu-west-101",
      bench.put("a.json", buildTraceText({ project_id })),
    ]);
    const file = bench.put(fileName("cn-north-4"), buildTraceText({ project_id, trace_id: "b" }));
    const run = await bench.importJson([file]);
    expect(run.traces).toMatchObject([
      {
        verdict: "rejected",
        reason: `its place says cn-north-4, but project ${project_id} lies in eu-west-101: pass --region eu-west-101`,
      },
    ]);
  });
});
