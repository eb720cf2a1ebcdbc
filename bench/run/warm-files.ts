import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { freemem } from "node:os";
import { join } from "node:path";

/** Read at a time. */
const pieceBytes = 1 << 20;

/**
 * Reads all files below a folder, so that the system has them in memory: some take back what was
 * not asked for in a minute, and a row would then measure the disk. What does not fit stays out.
 */
export async function warmFiles(folder: string): Promise<void> {
  let left = freemem();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    // A database may delete a file of its own while we read.
    const { size, isFile } = await stat(path).then(
      (found) => ({ size: found.size, isFile: found.isFile() }),
      () => ({ size: 0, isFile: false }),
    );
    if (!isFile || size > left) continue;
    left -= size;
    await readWhole(path);
  }
}

async function readWhole(path: string): Promise<void> {
  try {
    for await (const _ of createReadStream(path, { highWaterMark: pieceBytes }));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
