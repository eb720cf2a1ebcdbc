import { algorithm, experiment } from "./algorithm-stories.ts";
import { identityAdministration, server, signInAndOut } from "./cloud-stories.ts";
import { labelDataset } from "./dataset-stories.ts";
import { newNotebook, notebookDay } from "./notebook-stories.ts";
import { objectBurst } from "./object-stories.ts";
import { auditOfCts, bucketAdministration, network, registry } from "./platform-stories.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";
import { deployment, modelToService, serviceOperation } from "./serving-stories.ts";
import type { Role } from "./session.ts";
import { tableStory } from "./table-story.ts";
import { trainingJob } from "./training-stories.ts";

/** What happens to one resource or one person, step by step, recorded in a scene. */
export interface Story {
  readonly tell: (scene: Scene) => void;
  /** Who it is about. */
  readonly role: Role;
}

/** Stories with how often each is told: ModelArts makes some three fifths of all traces. */
const mix: readonly (readonly [weight: number, tell: Story["tell"], role?: Role])[] = [
  [22, trainingJob],
  [7, algorithm],
  [5, experiment],
  [7, notebookDay, "people"],
  [5, newNotebook, "people"],
  [7, labelDataset, "people"],
  [4, modelToService],
  [3, serviceOperation],
  [5, deployment],
  [20, tableStory],
  [30, signInAndOut, "console"],
  [4, identityAdministration, "people"],
  [6, server],
  [7, network, "people"],
  [6, registry, "api"],
  [9, bucketAdministration],
  [7, auditOfCts, "people"],
  [7, objectBurst],
];

// One entry for each unit of weight, so that one draw finds a story.
const drawn: readonly Story[] = mix.flatMap(([weight, tell, role = "anyone"]) =>
  Array.from({ length: weight }, () => ({ tell, role })),
);

/** A story, each as often as its weight says. */
export function pickStory(random: Random): Story {
  return random.pick(drawn);
}

/** Stories that, told whole, hold each of the guide's 14 operations. */
export const guideStories: readonly Story[] = [trainingJob, algorithm, experiment].map((tell) => ({
  tell,
  role: "anyone",
}));
