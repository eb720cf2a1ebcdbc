import { isRead } from "./late-head.ts";
import type { Segment } from "./segment.ts";

/** Keeps segments open while somebody reads them who gives way to others in between. */
export function hold(segments: readonly Segment[]): void {
  for (const segment of segments) segment.hold();
}

export function release(segments: readonly Segment[]): void {
  for (const segment of segments) segment.release();
}

/**
 * Reads and checks the heads that are not in memory yet, those of the newest traces first.
 *
 * @param segments by the moment of their newest trace, ascending.
 * @param pause called after each that was read.
 * @throws DatabaseFileError for the first one that is damaged.
 */
export async function loadHeads(
  segments: readonly Segment[],
  pause: () => Promise<void>,
): Promise<void> {
  hold(segments);
  try {
    for (const { source } of segments.toReversed()) {
      if (isRead(source.head)) continue;
      source.load();
      await pause();
    }
  } finally {
    release(segments);
  }
}
