import type { ExportPiece } from "../trace-store.ts";
import type { ExportForm } from "./line-formatter.ts";
import type { Place } from "./walk.ts";

/** Bytes of traces that an export hands on at a time: more would be mapped anew for each piece. */
const exportBytes = 224 * 1024;

/**
 * The wire JSON of some traces, a line each, in pieces.
 *
 * @param places where they are; `undefined` when others should get their turn.
 * @param form what each piece goes through, and after how many traces one ends in any case.
 */
export async function* exportPieces(
  places: Iterable<Place | undefined>,
  { format, sectionSize = Infinity }: ExportForm,
  pause: () => Promise<void>,
): AsyncGenerator<ExportPiece> {
  let room = Buffer.allocUnsafeSlow(exportBytes);
  let [bytes, traces, beforeSection] = [0, 0, sectionSize];
  const finish = (): ExportPiece => {
    const lines = new Uint8Array(room.buffer, 0, bytes);
    return { bytes: format === undefined ? lines : format(lines), traces };
  };
  for (const place of places) {
    if (place === undefined) {
      await pause();
      continue;
    }
    let copied = beforeSection === 0 ? 0 : place.segment.copyLine(place.row, room, bytes);
    if (copied === 0) {
      if (bytes > 0) yield finish();
      await pause();
      const length = place.segment.lineLength(place.row);
      // What was handed on is not ours any more.
      if (format === undefined || room.length < length) {
        room = Buffer.allocUnsafeSlow(Math.max(exportBytes, length));
      }
      [bytes, traces] = [0, 0];
      if (beforeSection === 0) beforeSection = sectionSize;
      copied = place.segment.copyLine(place.row, room, bytes);
    }
    bytes += copied;
    traces += 1;
    beforeSection -= 1;
  }
  if (bytes > 0) yield finish();
}
