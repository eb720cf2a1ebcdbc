const magicNumber = 0xfd2fb528;
const blockHeaderBytes = 3;
const checksumBytes = 4;
const reservedBlockType = 3;

/**
 * Reads the plan of a zstd frame without unpacking it: header, length of each block, checksum
 * (RFC 8878, 3.1.1). What is inside the blocks is the unpacker's to judge.
 *
 * The decoder of Node takes a frame that was cut off for one that goes on, and leaves what follows
 * a frame unread: both are told here.
 *
 * @param frame the bytes of one frame and nothing else.
 * @returns bytes of the unpacked content, as the header says; undefined when it does not say.
 * @throws Error when the bytes are not exactly one frame.
 */
export function readFrameSize(frame: Uint8Array): number | undefined {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  try {
    if (view.getUint32(0, true) !== magicNumber) throw new Error("not a zstd frame");
    const descriptor = view.getUint8(4);
    const header = readHeader(view, descriptor);
    const hasChecksum = (descriptor & 0b100) !== 0;
    const end = findBlocksEnd(view, header.bytes) + (hasChecksum ? checksumBytes : 0);
    if (end !== frame.byteLength) {
      throw new Error(`the zstd frame is ${end} bytes, not ${frame.byteLength}`);
    }
    return header.contentSize;
  } catch (error) {
    if (error instanceof RangeError) throw new Error("the zstd frame is cut off", { cause: error });
    throw error;
  }
}

/** @throws RangeError when the view ends within the header. */
function readHeader(view: DataView, descriptor: number) {
  const isSingleSegment = (descriptor & 0b10_0000) !== 0;
  const dictionaryIdBytes = [0, 1, 2, 4][descriptor & 0b11] ?? 0;
  const at = 5 + (isSingleSegment ? 0 : 1) + dictionaryIdBytes;
  switch (descriptor >>> 6) {
    case 0:
      if (!isSingleSegment) return { bytes: at, contentSize: undefined };
      return { bytes: at + 1, contentSize: view.getUint8(at) };
    case 1:
      return { bytes: at + 2, contentSize: view.getUint16(at, true) + 256 };
    case 2:
      return { bytes: at + 4, contentSize: view.getUint32(at, true) };
    default:
      return { bytes: at + 8, contentSize: Number(view.getBigUint64(at, true)) };
  }
}

/** @throws RangeError when the view ends within a block's header. */
function findBlocksEnd(view: DataView, start: number): number {
  let [at, isLast] = [start, false];
  while (!isLast) {
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    isLast = (header & 1) !== 0;
    const type = (header >>> 1) & 0b11;
    if (type === reservedBlockType) throw new Error("the zstd frame has a block of unknown type");
    // A block of one byte repeated says in its header how often.
    at += blockHeaderBytes + (type === 1 ? 1 : header >>> 3);
  }
  return at;
}
