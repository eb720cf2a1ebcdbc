import { type Cast, buildCast } from "./identities.ts";
import { Random, hashText } from "./random.ts";
import { buildName } from "./resource-names.ts";
import type { SampleProject } from "./sample-project.ts";
import { WorkingHours } from "./working-hours.ts";

/** A resource that stories refer to. */
export interface Resource {
  readonly id: string;
  readonly name: string;
}

/** What stands in a project for longer than a week: people, hours and lasting resources. */
export interface Site {
  readonly project: SampleProject;
  readonly cast: Cast;
  readonly hours: WorkingHours;
  readonly workspace: string;
  readonly algorithms: readonly Resource[];
  readonly experiments: readonly Resource[];
  readonly datasets: readonly Resource[];
  readonly notebooks: readonly Resource[];
  readonly models: readonly Resource[];
  readonly services: readonly Resource[];
  readonly pools: readonly Resource[];
  readonly liteServers: readonly Resource[];
  readonly servers: readonly Resource[];
  readonly volumes: readonly Resource[];
  readonly vpcs: readonly Resource[];
  readonly buckets: readonly string[];
}

function buildMany(count: number, build: () => Resource): Resource[] {
  return Array.from({ length: count }, build);
}

/** The site of `project`: the same for every seed. */
export function buildSite(project: SampleProject): Site {
  const random = new Random(hashText(project.project_id));
  const uuid = (kind: Parameters<typeof buildName>[1]) => () => ({
    id: random.uuid(),
    name: buildName(random, kind),
  });
  const poolNames = ["pool-train", "pool-ascend", "pool-infer", "pool-dev", "pool-ae01"];
  return {
    project,
    cast: buildCast(project.domain_id),
    hours: new WorkingHours(project.region),
    workspace: random.hex(32),
    algorithms: buildMany(30, uuid("algorithm")),
    experiments: buildMany(16, uuid("experiment")),
    datasets: buildMany(25, () => ({
      id: buildDatasetId(random),
      name: buildName(random, "dataset"),
    })),
    notebooks: buildMany(30, uuid("notebook")),
    models: buildMany(25, uuid("model")),
    services: buildMany(25, uuid("service")),
    pools: poolNames.map((name) => ({
      id: `maos-${name}-${random.alphanumeric(5).toLowerCase()}`,
      name: `${name}-${project.project_id}`,
    })),
    liteServers: buildMany(12, uuid("liteServer")),
    servers: buildMany(30, uuid("server")),
    volumes: buildMany(30, uuid("volume")),
    vpcs: buildMany(6, uuid("vpc")),
    buckets: ["train-data", "train-output", "models", "datasets-label", "logs-archive"].map(
      (name) => `aurora-${name}-${project.region}`,
    ),
  };
}

/** A dataset id: 20 letters and digits, as ModelArts gives them. */
export function buildDatasetId(random: Random): string {
  const text = random.alphanumeric(20);
  return `${text.slice(0, 7)}${text.slice(7, 15).toLowerCase()}${text.slice(15)}`;
}
