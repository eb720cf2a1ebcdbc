import { createHash } from "node:crypto";
import type { Trace } from "@trace-console/contracts/trace";
import { buildAttackTrace } from "@trace-console/trace-samples/build-attack-trace";
import { attacks } from "./exhaustive.ts";
import { dublin } from "./known-projects.ts";

const second = 1000;
const minute = 60 * second;
/** Filters hold values of up to 1,024 characters: a pack is one. */
const packLength = 900;

/** The attacks of at most so many characters. */
export function attacksUpTo(length: number): string[] {
  return attacks.filter((attack) => attack.length <= length);
}

/** Whether a text can be asked for: a filter has a longest value, and an address no broken character. */
export function canBeAsked(text: string): boolean {
  return text.length < 1024 && text.isWellFormed();
}

function pack(texts: readonly string[]): string[] {
  const made: string[] = [];
  for (const attack of texts) {
    const longer = [...made.slice(-1), attack].join(" ¦ ");
    if (longer.length > packLength || !canBeAsked(attack)) made.push(attack);
    else made.splice(-1, 1, longer);
  }
  return made;
}

/** All attacks in a few texts: most one after the other, those that cannot be asked for alone. */
export const packs: readonly string[] = [
  ...pack(attacks.filter(canBeAsked)),
  ...pack(attacks.filter((attack) => !canBeAsked(attack))),
];

/** What hardly compresses: a file that unpacks to too many times its size is turned away. */
function buildFiller(seed: number): string {
  const piece = (_: unknown, index: number) =>
    createHash("sha256").update(`${seed} ${index}`).digest("hex");
  return Array.from({ length: 150 }, piece).join("");
}

/** A trace of which every text is a pack, and its ids tell traces of a pack apart. */
function buildPacked(text: string, number: number, fields: Partial<Trace>): Trace {
  return buildAttackTrace(text, {
    project_id: dublin.project_id,
    trace_id: `pack-${number}`,
    filler: buildFiller(number),
    ...fields,
    record_time: fields.time ?? 0,
  });
}

/**
 * For each pack a trace of which every text is the pack, and request and result of an operation on
 * another resource: they are shown as one, and differ in keys and values that are attacks.
 *
 * @param first number of the first trace, which its id holds
 * @param now moment of the newest trace, ms since 1970
 */
export function buildPackedTraces(first: number, now: number): Trace[] {
  return packs.flatMap((text, index) => {
    const time = now - index * minute;
    const operation = { resource_id: `${text}.`, request_id: `${text}.`, trace_rating: "normal" };
    const number = first + index * 3;
    return [
      buildPacked(text, number, { time }),
      buildPacked(text, number + 1, {
        ...operation,
        time: time - 20 * second,
        trace_type: "SystemAction",
        request: JSON.stringify({ [text]: [text], after: { [text]: text } }),
      }),
      buildPacked(text, number + 2, {
        ...operation,
        time: time - 40 * second,
        trace_type: "ConsoleAction",
        code: "202",
        request: JSON.stringify({ [text]: text, before: text }),
      }),
    ];
  });
}

/** Traces that the Overview counts, for each pack a failure and a deleted job. */
export function buildPackedJobs(first: number, now: number): Trace[] {
  return packs.flatMap((text, index) => {
    const common = { service_type: "ModelArts", time: now - index * second };
    const deleted = { trace_name: "DeleteJobV2", resource_type: "JobV2" };
    const number = first + index * 2;
    return [
      buildPacked(text, number, { ...common, trace_rating: "warning" }),
      buildPacked(text, number + 1, { ...common, ...deleted, trace_rating: "normal" }),
    ];
  });
}
