import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";
import { algorithm, experiment, trainingJob } from "./training-stories.ts";

/** What happens to one resource or one person, step by step, recorded in a scene. */
export type Story = (scene: Scene) => void;

/** Stories with how often each is told. */
const mix: readonly (readonly [weight: number, story: Story])[] = [
  [30, trainingJob],
  [10, algorithm],
  [8, experiment],
];

// One entry for each unit of weight, so that one draw finds a story.
const drawn: readonly Story[] = mix.flatMap(([weight, story]) =>
  Array.from({ length: weight }, () => story),
);

/** A story, each as often as its weight says. */
export function pickStory(random: Random): Story {
  return random.pick(drawn);
}

/** Stories that, told whole, hold each of the guide's 14 operations. */
export const guideStories: readonly Story[] = [trainingJob, algorithm, experiment];
