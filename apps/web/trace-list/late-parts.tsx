import { lazy } from "react";

// Parts of the page that are fetched when the first of them is shown. When they cannot be had, the
// list does without: each tells in another way what the list tells as well.

/** One trace as a sentence. */
export const TraceSentence = lazy(async () => {
  const code = await import("../trace-sentences/trace-sentence.tsx").catch(() => null);
  return { default: code?.TraceSentence ?? nothing };
});

/** Where a trace holds the text that is searched for. */
export const HitLine = lazy(async () => {
  const code = await import("../text-search/hit-line.tsx").catch(() => null);
  return { default: code?.HitLine ?? nothing };
});

/** The histogram over time. */
export const TraceHistogram = lazy(async () => {
  const code = await import("../histogram/trace-histogram.tsx").catch(() => null);
  return { default: code?.TraceHistogram ?? nothing };
});

function nothing(_props: object) {
  return null;
}
