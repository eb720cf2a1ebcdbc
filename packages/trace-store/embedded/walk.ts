import { compareIds } from "../trace-order.ts";
import type { Position } from "../trace-store.ts";
import { type BodyQuery, BodySearch } from "./body-search.ts";
import { lowerBound } from "./groups.ts";
import type { Plan } from "./plan.ts";
import type { Segment } from "./segment.ts";
import { SegmentMatch, type Work } from "./segment-match.ts";

/** A trace in a segment. */
export interface Place {
  readonly segment: Segment;
  readonly row: number;
}

/** Which traces a walk visits. */
export interface WalkRange {
  /** Half-open range, ms since 1970. */
  readonly from: number;
  readonly to: number;
  /** Only what comes after this place in the order of lists. */
  readonly after: Position | undefined;
  /** How many traces the caller wants at most. */
  readonly wanted: number;
  readonly bodies: BodyQuery | undefined;
}

/** Blocks of bodies searched between two pauses: a few ms. */
const blocksPerPause = 64;

/**
 * A page of a text keeps so many of the blocks that it searches first, unpacked: words that people
 * look for are frequent, and found among the newest traces, time and again.
 */
const keptBlocks = 128;

/** Rows that a walk looks at, for each trace that is wanted, before it counts what there is. */
const looksPerTrace = 32;

/** What the walks through the segments of one query have in common. */
interface Search {
  readonly plan: Plan;
  readonly range: WalkRange;
  readonly work: Work;
  /** Rows that may yet be looked at one by one, in the hope that most match. */
  looksLeft: number;
  /** Blocks that may yet be kept. */
  keepsLeft: number;
}

/** A walk through the matches of one segment, newest first. */
interface Walk {
  readonly match: SegmentMatch;
  /** The rows to look at; undefined: all. */
  candidates: Uint16Array | undefined;
  /** Whether the candidates are chosen: until then all rows are looked at. */
  isChosen: boolean;
  readonly search: BodySearch | undefined;
  pausedAt: number;
  /** Blocks that have been added to the work. */
  searched: number;
  /** Rows below this are older than the range. */
  readonly lowest: number;
  /** The next place to look at, in the candidates or, without them, in all rows. */
  at: number;
  /** The row of the present match. */
  row: number;
  /** ms since 1970. */
  time: number;
}

/**
 * The matching traces of some segments (by their newest trace, ascending), newest first by (time, trace_id). Segments overlap in time
 * when traces came late, so that a segment is opened as soon as the walk reaches its newest trace.
 * A search through bodies also yields `undefined` every few ms, for others to get their turn.
 */
export function* walkNewestFirst(
  segments: readonly Segment[],
  plan: Plan,
  range: WalkRange,
  work: Work,
): Generator<Place | undefined> {
  const isSearch = range.bodies !== undefined;
  const looksLeft = isSearch || range.wanted === Infinity ? 0 : (range.wanted + 8) * looksPerTrace;
  const keepsLeft = range.wanted === Infinity ? 0 : keptBlocks;
  const asked: Search = { plan, range, work, looksLeft, keepsLeft };
  let left = segments.length;
  let open: Walk[] = [];
  for (;;) {
    let newest = open[0];
    for (const walk of open) if (newest !== undefined && isNewer(walk, newest)) newest = walk;
    const next = segments[left - 1];
    if (next !== undefined && (newest === undefined || next.newest >= newest.time)) {
      left -= 1;
      const walk = openWalk(next, asked);
      if (walk !== undefined && (yield* advance(walk, asked))) open.push(walk);
      continue;
    }
    if (newest === undefined) return;
    yield { segment: newest.match.segment, row: newest.row };
    if (!(yield* advance(newest, asked))) open = open.filter((walk) => walk !== newest);
  }
}

function isNewer(a: Walk, b: Walk): boolean {
  if (a === b || a.time !== b.time) return a.time > b.time;
  return compareIds(a.match.segment.traceId(a.row), b.match.segment.traceId(b.row)) > 0;
}

function openWalk(segment: Segment, asked: Search): Walk | undefined {
  const { from, to, after, bodies } = asked.range;
  const lowest = segment.rowAt(from);
  let highest = segment.rowAt(to);
  if (lowest >= highest) return undefined;
  if (after !== undefined) highest = Math.min(highest, rowsBefore(segment, after));
  if (lowest >= highest) return undefined;
  asked.work.segments += 1;
  const search = bodies && new BodySearch(segment, bodies);
  if (search?.isEmpty === true) return undefined;
  const match = new SegmentMatch(segment, asked.plan);
  if (match.included?.length === 0) return undefined;
  const walk: Walk = {
    match,
    candidates: undefined,
    isChosen: false,
    search,
    pausedAt: 0,
    searched: 0,
    lowest,
    at: highest,
    row: -1,
    time: 0,
  };
  if (asked.looksLeft > 0 && match.included === undefined) return walk;
  // Quicker looked at than chosen from.
  if (search?.isNarrow === true && match.included === undefined) {
    walk.isChosen = true;
    return walk;
  }
  return choose(walk, asked) ? walk : undefined;
}

/** Chooses the rows to look at from here on. @returns whether the segment holds any match. */
function choose(walk: Walk, { range, work }: Search): boolean {
  const { match, at } = walk;
  walk.isChosen = true;
  const count = match.included === undefined ? match.count(work) : match.included.length;
  if (count === 0) return false;
  // A search looks at all of them.
  walk.candidates = match.candidates(count, range.bodies === undefined ? range.wanted : count);
  if (walk.candidates !== undefined) walk.at = lowerBound(walk.candidates, at);
  return true;
}

/** How many rows of a segment come after a place in the order: rows ascend, the order descends. */
function rowsBefore(segment: Segment, { time, trace_id }: Position): number {
  let [low, high] = [segment.rowAt(time), segment.rowAt(time + 1)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(segment.traceId(middle), trace_id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moves to the next older match. @returns false at the end. */
function* advance(walk: Walk, asked: Search): Generator<undefined, boolean> {
  const { match, lowest, search } = walk;
  const { segment, excluded } = match;
  const { work } = asked;
  let looked = 0;
  let isMatch = false;
  while (walk.at > 0 && !isMatch) {
    if (!walk.isChosen) {
      if (asked.looksLeft > 0) asked.looksLeft -= 1;
      else if (!choose(walk, asked)) break;
    }
    const { candidates } = walk;
    walk.at = candidates === undefined ? (search?.nextBelow(walk.at) ?? walk.at - 1) : walk.at - 1;
    if (walk.at < 0) break;
    const row = candidates === undefined ? walk.at : (candidates[walk.at] ?? 0);
    if (row < lowest) break;
    looked += 1;
    if (match.failsOf(row) !== 0 || holds(excluded, row)) continue;
    if (search !== undefined) {
      const searched = search.blocks;
      const isMatching = search.matches(row, asked.keepsLeft > 0);
      asked.keepsLeft -= search.blocks - searched;
      if (!isMatching) {
        if (search.blocks - walk.pausedAt >= blocksPerPause) {
          walk.pausedAt = search.blocks;
          yield undefined;
        }
        continue;
      }
    }
    walk.row = row;
    walk.time = segment.start + (match.columns.time[row] ?? 0);
    isMatch = true;
  }
  work.rows += looked;
  if (search !== undefined) {
    work.textBlocks += search.blocks - walk.searched;
    walk.searched = search.blocks;
  }
  return isMatch;
}

function holds(rows: Uint16Array, row: number): boolean {
  return rows.length > 0 && rows[lowerBound(rows, row)] === row;
}
