import type { Random } from "@trace-console/trace-samples/random";
import type { Census } from "./census.ts";
import { type BenchQuery, hourMs, type QueryField } from "./question.ts";

const combined = [
  "service_type",
  "resource_type",
  "trace_name",
  "user",
  "trace_rating",
  "enterprise_project_id",
] as const satisfies readonly QueryField[];

const week = 168 * hourMs;

/** A value between 0 and below 1. */
export function share(random: Random): number {
  return random.uint32() / 4_294_967_296;
}

/** A range of an hour to seven days within the last seven, the short ones as likely as the long. */
export function drawRange(random: Random, end: number): { from: number; to: number } {
  const length = Math.round(Math.exp(Math.log(hourMs) + share(random) * Math.log(168)));
  const to = end - Math.floor(share(random) * (week - length));
  return { from: to - length, to };
}

/**
 * A query as somebody might combine it: up to four fields with one to three values each, half of
 * them drawn by frequency and half from all values alike, now and then excluded instead of asked
 * for, over an hour to seven days.
 */
export function drawQuery(random: Random, census: Census, end: number): BenchQuery {
  const is: Partial<Record<QueryField, string[]>> = {};
  const isNot: Partial<Record<QueryField, string[]>> = {};
  for (let left = random.int(5); left > 0; left -= 1) {
    const field = random.pick(combined);
    const counts = census.fields[field];
    const values = Array.from({ length: random.between(1, 3) }, () =>
      random.chance(0.5) ? counts.byFrequency(share(random)) : random.pick(counts.values),
    );
    (random.chance(0.2) ? isNot : is)[field] = [...new Set(values)];
  }
  return { ...drawRange(random, end), is, isNot };
}
