import type { Random } from "./random.ts";
import { type NameKind, buildJobName, buildName } from "./resource-names.ts";

/** A resource that traces name. */
export interface Resource {
  readonly id: string;
  readonly name: string;
}

/** 20 letters and digits, as ModelArts gives datasets and labelling teams. */
function buildMixedId(random: Random): string {
  const text = random.alphanumeric(20);
  return `${text.slice(0, 7)}${text.slice(7, 15).toLowerCase()}${text.slice(15)}`;
}

function buildSuffix(random: Random): string {
  return random.alphanumeric(5).toLowerCase();
}

type Shape = (random: Random, projectId: string) => Resource;

const named =
  (kind: NameKind): Shape =>
  (random) => ({ id: random.uuid(), name: buildName(random, kind) });

const mixed =
  (kind: NameKind): Shape =>
  (random) => ({ id: buildMixedId(random), name: buildName(random, kind) });

/** Training jobs of the old version have numbers for ids. */
const numbered: Shape = (random) => ({
  id: String(random.between(10_000, 99_999)),
  name: buildJobName(random),
});

const hexNamed =
  (name: string): Shape =>
  (random) => ({ id: random.hex(32), name: `${name}-${random.hex(4)}` });

/** Ids and names by resource type, after the vendor's API samples; all else has a UUID. */
const shapes: Readonly<Record<string, Shape>> = {
  ModelArtsTrainJob: numbered,
  ModelArtsTrainConfig: numbered,
  ModelArtsTensorboardJob: numbered,
  JobV2: (random) => ({ id: random.uuid(), name: buildJobName(random) }),
  Job: (random) => ({ id: random.uuid(), name: buildJobName(random) }),
  AlgorithmV2: named("algorithm"),
  Experiment: named("experiment"),
  SaveImageTask: named("image"),
  Dataset: mixed("dataset"),
  Workforce: mixed("workforce"),
  Notebook: named("notebook"),
  NotebookImage: named("image"),
  NotebookApp: named("notebook"),
  model: named("model"),
  convert: named("model"),
  service: named("service"),
  serviceV2: named("service"),
  job: named("service"),
  metrics: named("service"),
  compliance: (random) => ({ id: random.uuid(), name: "maas-disclaimer" }),
  cluster: hexNamed("cluster"),
  Cluster: hexNamed("cluster"),
  Pool: (random, projectId) => {
    const name = random.pickFirst(["pool-train", "pool-ascend", "pool-infer", "pool-ae01"]);
    return { id: `maos-${name}-${buildSuffix(random)}`, name: `${name}-${projectId}` };
  },
  Networks: (random, projectId) => {
    const name = `network-${random.hex(4)}`;
    return { id: `${name}-${projectId}`, name };
  },
  Server: named("liteServer"),
  ServerHyperinstance: named("liteServer"),
  ModelArts_Market: named("model"),
  api_key: (random) => ({ id: random.uuid(), name: `maas-key-${random.between(1, 30)}` }),
  apikeyV2: (random) => ({ id: random.uuid(), name: `apikey-${random.between(1, 60)}` }),
  ecs: named("server"),
  evs: named("volume"),
  vpc: named("vpc"),
  securityGroup: (random) => ({ id: random.uuid(), name: `sg-${buildSuffix(random)}` }),
  subnet: (random) => ({ id: random.uuid(), name: `subnet-${random.hex(4)}` }),
  eip: (random) => ({
    id: random.uuid(),
    name: `119.8.${random.between(1, 250)}.${random.between(1, 250)}`,
  }),
};

/** A new resource of this type: an id and a name of the form that the service gives. */
export function buildResource(random: Random, resourceType: string, projectId: string): Resource {
  const shape =
    shapes[resourceType] ??
    (() => ({ id: random.uuid(), name: `${resourceType.toLowerCase()}-${buildSuffix(random)}` }));
  return shape(random, projectId);
}
