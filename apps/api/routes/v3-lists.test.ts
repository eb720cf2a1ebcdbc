import { guideOperations } from "@trace-console/contracts/modelarts-operations";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { domain, foreignProject, openTestApp, otherProject, project } from "../test-app.ts";

const resourcesSchema = z.strictObject({
  resources: z.array(z.strictObject({ service_type: z.string(), resource: z.array(z.string()) })),
});
const operationsSchema = z.strictObject({
  operations: z.array(
    z.strictObject({
      service_type: z.string(),
      resource_type: z.string(),
      operation_list: z.array(z.string()),
    }),
  ),
});

describe("the lists beside ListTraces", () => {
  it("resources hold the guide's types and all that the domain's projects hold", async () => {
    const { get, add } = await openTestApp();
    await add(project, { service_type: "ECS", resource_type: "ecs" });
    await add(otherProject, { service_type: "ECS", resource_type: "keypair" });
    await add(foreignProject, { service_type: "Secret", resource_type: "secret" });
    const { resources } = resourcesSchema.parse((await get(`/v3/${domain}/resources`)).json());
    const types = new Map(resources.map((one) => [one.service_type, one.resource]));
    expect(types.get("ECS")?.toSorted()).toEqual(["ecs", "keypair"]);
    expect(types.has("Secret")).toBe(false);
    for (const { resource_type } of guideOperations) {
      expect(types.get("ModelArts")).toContain(resource_type);
    }
    expect((await get("/v3/88888888888888888888888888888888/resources")).statusCode).toBe(404);
    expect((await get(`/v3/${project}/resources`)).statusCode).toBe(404);
  });

  it("user-resources hold the project's operators", async () => {
    const { get, add } = await openTestApp();
    await add(
      project,
      { user: { name: "li.wei" } },
      { user: undefined, trace_type: "SystemAction" },
    );
    await add(otherProject, { user: { name: "theirs" } });
    expect((await get(`/v3/${project}/user-resources`)).json()).toEqual({
      users: [{ name: "li.wei" }],
    });
  });

  it("operations hold the tables of ModelArts and the names seen", async () => {
    const { get, add } = await openTestApp();
    await add(project, { service_type: "ECS", resource_type: "ecs", trace_name: "createServer" });
    const all = operationsSchema.parse((await get(`/v3/${project}/operations`)).json()).operations;
    for (const { resource_type, trace_name } of guideOperations) {
      const group = all.filter((one) => one.resource_type === resource_type);
      expect(group.flatMap((one) => one.operation_list)).toContain(trace_name);
    }
    const query = "service_type=ECS&resource_type=ecs";
    expect((await get(`/v3/${project}/operations?${query}`)).json()).toEqual({
      operations: [{ service_type: "ECS", resource_type: "ecs", operation_list: ["createServer"] }],
    });
    expect((await get(`/v3/${project}/operations?resource_type=ecs`)).statusCode).toBe(400);
  });
});
