import type { Random } from "@trace-console/trace-samples/random";
import type { LoadAct } from "./acts.ts";
import { bodies, failedReplies } from "./bodies.ts";
import { type HexSource, uuidText } from "./hex-text.ts";
import { type TextTemplate, fill } from "./text-template.ts";
import { buildWords, describe } from "./words.ts";

const flavors = [
  "modelarts.bm.npu.arm.8snt9b3.d",
  "modelarts.vm.cpu.2u",
  "modelarts.p3.large.public.free",
  "modelarts.pool.visual.xlarge",
  "s7n.xlarge.2",
];

/** Request and response of a trace, plain and as they stand in its JSON text. */
interface FilledBodies {
  readonly code: string;
  readonly request: string;
  readonly requestJson: string;
  readonly response: string;
  readonly responseJson: string;
}

/** Writes what an act sends and is answered. */
export class BodyFiller {
  readonly #random: Random;
  readonly #hex: HexSource;
  readonly #words = buildWords();
  readonly #buckets: readonly string[];

  constructor(random: Random, hex: HexSource) {
    this.#random = random;
    this.#hex = hex;
    this.#buckets = Array.from({ length: 40 }, () => `aurora-data-${random.hex(4)}`);
  }

  fill(act: LoadAct): FilledBodies {
    const random = this.#random;
    const { code, pairs } = bodies[act.operation.deed];
    const pair = random.pick(pairs);
    const sent = this.#draw(pair.request, act);
    const request = fill(pair.request.plain, sent);
    const requestJson = fill(pair.request.escaped, sent);
    const failed =
      act.trace_rating === "normal" ? undefined : random.pick(failedReplies[act.trace_rating]);
    const template = failed?.response ?? pair.response;
    const answered = this.#draw(template, act);
    return {
      code: failed?.code ?? code,
      request,
      requestJson,
      response: fill(template.plain, answered),
      responseJson: fill(template.escaped, answered),
    };
  }

  #draw(template: TextTemplate, act: LoadAct): string[] {
    return template.places.map((place) => this.#value(place, act));
  }

  #value(place: string, act: LoadAct): string {
    const random = this.#random;
    switch (place) {
      case "name":
        return act.resource.name;
      case "id":
        return act.resource.id;
      case "words":
        return random.chance(0.6) ? "" : describe(random, this.#words);
      case "uuid":
        return uuidText(
          random.uint32(),
          (random.uint32() & ~0xf000) | 0x4000,
          (random.uint32() & 0x3fff_ffff) | 0x8000_0000,
          random.uint32(),
        );
      case "hex8":
        return this.#hex.take(8);
      case "hex16":
        return this.#hex.take(16);
      case "hex32":
        return this.#hex.take(32);
      case "flavor":
        return random.pickFirst(flavors);
      case "bucket":
        return random.pickFirst(this.#buckets);
      case "path":
        return `run-${random.int(5_000)}/part-${random.int(100)}`;
      case "num":
        return String(random.between(1, 100));
      case "time":
        return String(act.time);
      default:
        throw new RangeError(`no such place: ${place}`);
    }
  }
}
