import type { Trace } from "@trace-console/contracts/trace";
import type { SampleTrace } from "./make-traces.ts";
import { Random } from "./random.ts";
import type { SampleProject } from "./sample-project.ts";
import { Scene } from "./scene.ts";
import { Site } from "./site.ts";
import { pickStory } from "./story-mix.ts";
import { TraceStamp } from "./trace-stamp.ts";

/** Stories that go on at the same time. */
const laneCount = 24;

/** One place where a story goes on, and after it the next. */
interface Lane {
  readonly site: Site;
  waiting: Trace[];
  /** `time` of its last trace, ms since 1970: a story never goes back. */
  last: number;
}

/** Makes traces that happen now, one at a time. */
export interface LiveTraces {
  /**
   * The next trace: recorded at `now` (ms since 1970), done at most a second before. Never the
   * same id twice, as long as `now` does not go back.
   */
  next(now: number): SampleTrace;
}

/**
 * Stories that go on as long as somebody asks: each call gives the next trace of one of some twenty
 * stories. The same seed and the same calls give the same traces.
 *
 * @param options.projects the first gets most of the traces
 */
export function makeLiveTraces(options: {
  readonly seed: number;
  readonly projects: readonly SampleProject[];
}): LiveTraces {
  const random = new Random(options.seed);
  const stamp = new TraceStamp(random);
  const sites = options.projects.map((project) => new Site(project));
  const others = sites.slice(1);
  const lanes = Array.from({ length: laneCount }, (_, index): Lane => {
    const other = index % 5 > 2 ? others[index % others.length] : undefined;
    return { site: other ?? random.pick(sites.slice(0, 1)), waiting: [], last: 0 };
  });

  function nextOf(lane: Lane, now: number): Trace {
    for (;;) {
      const trace = lane.waiting.shift();
      if (trace) return trace;
      const traces: Trace[] = [];
      const story = pickStory(random);
      const { site } = lane;
      // So fast that the times inside requests and responses fit the moment of the telling.
      const time = { start: now, end: Infinity, pace: 0.001 };
      story.tell(new Scene({ site, random, stamp, role: story.role, ...time, traces }));
      lane.waiting = traces;
    }
  }

  return {
    next(now) {
      const lane = random.pick(lanes);
      const trace = nextOf(lane, now);
      lane.last = Math.min(now, Math.max(lane.last + 1, now - random.int(800)));
      trace.time = lane.last;
      trace.record_time = now;
      trace.trace_id = stamp.next(random, now);
      return { project: lane.site.project, trace };
    },
  };
}
