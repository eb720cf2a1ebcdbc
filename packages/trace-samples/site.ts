import { type Cast, buildCast } from "./identities.ts";
import { Random, hashText } from "./random.ts";
import { type Resource, buildResource } from "./resource-shapes.ts";
import type { SampleProject } from "./sample-project.ts";
import { WorkingHours } from "./working-hours.ts";

/**
 * What stands in a project for longer than the samples reach: people, hours, buckets and lasting
 * resources. The same for every seed, so that samples made at different times go together.
 */
export class Site {
  readonly project: SampleProject;
  readonly cast: Cast;
  readonly hours: WorkingHours;
  /** A ModelArts workspace besides the default one, "0". */
  readonly workspace: string;
  readonly buckets: readonly string[];
  readonly #lasting = new Map<string, readonly Resource[]>();

  constructor(project: SampleProject) {
    this.project = project;
    const cast = buildCast(project.domain_id);
    // Each project has its own busiest people.
    const order = (name: string) => hashText(`${name} in ${project.project_id}`);
    this.cast = { ...cast, people: cast.people.toSorted((a, b) => order(a.name) - order(b.name)) };
    this.hours = new WorkingHours(project.region);
    this.workspace = new Random(hashText(`workspace ${project.project_id}`)).hex(32);
    this.buckets = ["train-data", "train-output", "models", "datasets-label", "logs-archive"].map(
      (name) => `aurora-${name}-${project.region}`,
    );
  }

  /** The lasting resources of a type, the busiest first. */
  lasting(resourceType: string): readonly Resource[] {
    const known = this.#lasting.get(resourceType);
    if (known) return known;
    const { project_id } = this.project;
    const random = new Random(hashText(`${resourceType} ${project_id}`));
    const count = resourceType === "Pool" ? 4 : 24;
    const built = Array.from({ length: count }, () =>
      buildResource(random, resourceType, project_id),
    );
    this.#lasting.set(resourceType, built);
    return built;
  }
}
