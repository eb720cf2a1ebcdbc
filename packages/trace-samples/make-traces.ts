import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { Trace } from "@trace-console/contracts/trace";
import { Random } from "./random.ts";
import type { SampleProject } from "./sample-project.ts";
import { Scene } from "./scene.ts";
import { Site } from "./site.ts";
import { type Story, guideStories, pickStory } from "./story-mix.ts";
import { TraceStamp } from "./trace-stamp.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** A trace and the project that it belongs to. */
export interface SampleTrace {
  readonly project: SampleProject;
  readonly trace: Trace;
}

export interface SampleOptions {
  /** Same seed, same traces. */
  readonly seed: number;
  /** How many traces to make, exactly. */
  readonly count: number;
  /** ms since 1970; every trace is before it. */
  readonly end: number;
  /** How far back the traces reach; default 7, at least an hour (1/24). */
  readonly days?: number;
  /** The first gets most of the traces. */
  readonly projects: readonly SampleProject[];
}

/**
 * Makes realistic activity of ModelArts and some other services: the same traces, byte for byte,
 * for the same options.
 *
 * Order: stories in the order of their beginnings, each story's traces together, so that `time` is
 * roughly ascending and never sorted; then those of the last day. Memory does not grow with
 * `count`. `user` objects are shared between the traces of a story: do not change them.
 *
 * Given are: `time` within (`end` − `days`, `end`) and unique ids. From 20,000 traces on also, in
 * each project, each of the guide's 14 operations in the last 24 hours and several ModelArts traces
 * in the last hour.
 */
export function* makeTraces(options: SampleOptions): Generator<SampleTrace, void, undefined> {
  const { count, end, projects } = options;
  const begin = end - (options.days ?? 7) * day;
  if (end - begin < hour) throw new RangeError("samples reach back an hour at least");
  const within = (time: number) => Math.max(begin + 1, time);
  const random = new Random(options.seed);
  const stamp = new TraceStamp(random);
  const sites = projects.map((project) => new Site(project));

  function tell(story: Story, site: Site, start: number, pace = 1, isWhole = false): SampleTrace[] {
    const traces: Trace[] = [];
    const { role } = story;
    story.tell(new Scene({ site, random, stamp, start, end, pace, isWhole, role, traces }));
    return traces.map((trace) => ({ project: site.project, trace }));
  }

  /** The guide's operations within the last day, and `least` ModelArts traces in the last hour. */
  function tellLastDay(site: Site, least: number): SampleTrace[] {
    const told = guideStories.flatMap((story) =>
      tell(story, site, within(end - 4 * hour - random.int(19 * hour)), 0.04, true),
    );
    for (let left = least; left > 0;) {
      const more = tell(pickStory(random), site, within(end - 1 - random.int(hour)), 0.05);
      left -= more.filter(({ trace }) => trace.service_type === modelArtsService).length;
      told.push(...more);
    }
    return told;
  }

  const recent = sites
    .flatMap((site, index) => tellLastDay(site, index === 0 ? 14 : 6))
    .slice(0, Math.floor(count / 2));
  const counts = shareOut(count - recent.length, sites.length);
  const targets = sites.map((site, index) => planHours(site, begin, end, counts[index] ?? 0));
  const made = sites.map(() => 0);
  const hours = Math.ceil((end - begin) / hour);
  for (let index = 0; index < hours; index += 1) {
    const from = begin + index * hour;
    const span = Math.min(hour, end - from);
    for (const [place, site] of sites.entries()) {
      const target = targets[place]?.[index] ?? 0;
      while ((made[place] ?? 0) < target) {
        for (const sample of tell(pickStory(random), site, within(from + random.int(span)))) {
          if ((made[place] ?? 0) >= (counts[place] ?? 0)) break;
          made[place] = (made[place] ?? 0) + 1;
          yield sample;
        }
      }
    }
  }
  yield* recent;
}

/** Shares `count` out: six tenths to the first place, the rest to the others equally. */
function shareOut(count: number, places: number): number[] {
  if (places === 0) throw new RangeError("samples need at least one project");
  const other = Math.floor((count * 0.4) / Math.max(places - 1, 1));
  return Array.from({ length: places }, (_, index) =>
    index === 0 ? count - other * (places - 1) : other,
  );
}

/** How many of `count` traces should exist by the end of each hour, after the working hours of the site. */
function planHours(site: Site, begin: number, end: number, count: number): number[] {
  const weights: number[] = [];
  for (let from = begin; from < end; from += hour) weights.push(site.hours.weight(from));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return Math.round((count * sum) / total);
  });
}
