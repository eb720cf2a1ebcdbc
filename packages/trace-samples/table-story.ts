import {
  type ModelArtsFamily,
  modelArtsOperations,
} from "@trace-console/contracts/modelarts-families";
import { buildDescription } from "./resource-names.ts";
import { type Resource, buildResource } from "./resource-shapes.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";

/** A row of the operation tables, its trace names told apart by what they do to the resource. */
interface Table {
  readonly resourceType: string;
  /** Brings the resource into being, if the table has that. */
  readonly birth: string | undefined;
  /** Ends it. */
  readonly death: string | undefined;
  readonly changes: readonly string[];
  readonly looks: readonly string[];
}

function readTable(row: ModelArtsFamily): Table {
  const first = row.trace_names[0];
  const birth = first !== undefined && /^(create|add)/i.test(first) ? first : undefined;
  const deathName = birth?.toLowerCase().replace(/^(create|add)/, "delete");
  const death = row.trace_names.find((name) => name.toLowerCase() === deathName);
  const others = row.trace_names.filter(
    (name) => name !== birth && name !== death && !toldElsewhere.has(name),
  );
  const isLook = (name: string) => /^(list|get|show|query)/i.test(name);
  return {
    resourceType: row.resource_type,
    birth,
    death,
    changes: others.filter((name) => !isLook(name)),
    looks: others.filter(isLook),
  };
}

/** Operations that stories of their own tell, with their own bodies. */
const toldElsewhere = new Set([
  "importSamplesToDataset",
  "createLabel",
  "updateSamples",
  "publishDatasetVersion",
  "exportDataFromDataset",
  "openNotebook",
  "getNotebook",
  "startNotebook",
  "stopNotebook",
  "updateNotebook",
  "updateService",
  "startOrStopService",
  "GetDeployment",
  "ListServiceV2Pods",
  "ScaleDeployment",
  "StopDeployment",
]);

/** Types whose creation has a story of its own. */
const bornElsewhere = new Set(["Notebook", "Dataset", "model", "service", "serviceV2"]);

// The guide's own operations have stories of their own.
const tables = modelArtsOperations.filter((row) => row.family !== "Training").map(readTable);

// Drawn by size, so that each operation of a long table still occurs.
const drawn = tables.flatMap((table) => {
  const size = 1 + table.changes.length + table.looks.length;
  return Array.from({ length: Math.ceil(Math.sqrt(size) * 2) }, () => table);
});

/** A few operations on one resource of any family: created, changed and looked at, deleted. */
export function tableStory(scene: Scene): void {
  const { random, site } = scene;
  const table = random.pick(drawn);
  const isNew =
    table.birth !== undefined && !bornElsewhere.has(table.resourceType) && random.chance(0.4);
  const resource = isNew
    ? buildResource(random, table.resourceType, site.project.project_id)
    : random.pickFirst(site.lasting(table.resourceType));
  if (isNew && table.birth !== undefined) {
    if (!scene.record(buildBirth(table, table.birth, resource, scene))) return;
  }
  for (let left = random.between(1, 3); left > 0; left -= 1) {
    if (isNew || left > 1) scene.waitForPeople(0.3, 60);
    const isLook = table.changes.length === 0 || (table.looks.length > 0 && random.chance(0.5));
    const names = isLook ? table.looks : table.changes;
    if (names.length === 0) continue;
    const name = random.pick(names);
    scene.record(
      isLook ? buildLook(table, name, resource, scene) : buildChange(table, name, resource, scene),
    );
  }
  if (isNew && table.death !== undefined && random.chance(0.6)) {
    scene.waitForPeople(10, 900);
    scene.record({
      ...describe(table, table.death, resource),
      request: "",
      response: "",
      code: 202,
    });
  }
}

function describe(table: Table, trace_name: string, resource: Resource): Omit<Step, "code"> {
  return {
    trace_name,
    resource_type: table.resourceType,
    resource_name: resource.name,
    resource_id: resource.id,
    api_version: /V2$|Deployment/.test(trace_name) ? "v2" : "v1",
  };
}

function buildBirth(table: Table, name: string, resource: Resource, scene: Scene): Step {
  const isKey = /key/i.test(name);
  return {
    ...describe(table, name, resource),
    request: {
      name: resource.name,
      description: buildDescription(scene.random),
      workspace_id: "0",
    },
    response: {
      id: resource.id,
      name: resource.name,
      ...(isKey ? { api_key: "********" } : { status: "CREATING" }),
      create_at: scene.now,
    },
    creates: true,
    code: 201,
  };
}

function buildLook(table: Table, name: string, resource: Resource, scene: Scene): Step {
  const step = describe(table, name, resource);
  const isList = /^list|LKList$/i.test(name);
  return {
    ...step,
    // A list is of a whole project: it names no resource.
    resource_name: isList ? undefined : resource.name,
    resource_id: isList ? undefined : resource.id,
    request: "",
    response: isList
      ? { total_count: scene.random.between(0, 80), offset: 0, limit: 20 }
      : { id: resource.id, name: resource.name, status: "RUNNING" },
    read_only: true,
    risk: 0.02,
    code: 200,
  };
}

function buildChange(table: Table, name: string, resource: Resource, scene: Scene): Step {
  const { random } = scene;
  const isDeletion = /^(delete|batchdelete|cancel)/i.test(name);
  const isUpdate = /^(update|modify|patch)/i.test(name);
  const isCreation = /^(create|add)/i.test(name);
  const isBatch = /^batch/i.test(name);
  const request = isUpdate
    ? { description: buildDescription(random) || "updated" }
    : isBatch
      ? { node_names: [`os-node-${random.hex(8)}`, `os-node-${random.hex(8)}`] }
      : isCreation
        ? { name: `${resource.name}-${random.between(1, 9)}` }
        : "";
  return {
    ...describe(table, name, resource),
    request,
    response: isDeletion || isUpdate ? "" : { id: resource.id, success: true },
    code: isDeletion ? 204 : isCreation ? 201 : 200,
  };
}
