import type { Stats } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";

/** What stands at a place that was to be imported. */
export type FoundFile =
  | { readonly kind: "file"; readonly path: string; readonly bytes: number }
  | { readonly kind: "ignored"; readonly path: string; readonly reason: string }
  | { readonly kind: "broken"; readonly path: string; readonly reason: string };

const isTraceFile = (path: string): boolean => /\.json(?:\.gz)?$/i.test(path);

const reasonOf = (error: unknown): string =>
  `cannot be read: ${error instanceof Error ? error.message : String(error)}`;

async function* lookAt(path: string, stat: Stats): AsyncGenerator<FoundFile> {
  if (stat.isDirectory()) yield* walk(path);
  else if (stat.isSymbolicLink()) yield { kind: "ignored", path, reason: "a symbolic link" };
  else if (!stat.isFile()) yield { kind: "ignored", path, reason: "not a regular file" };
  else if (!isTraceFile(path)) yield { kind: "ignored", path, reason: "not .json or .json.gz" };
  else yield { kind: "file", path, bytes: stat.size };
}

async function* walk(folder: string): AsyncGenerator<FoundFile> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    yield { kind: "broken", path: folder, reason: reasonOf(error) };
    return;
  }
  // Sorted by code units, which needs no locale: the same order everywhere.
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    let stat: Stats;
    try {
      stat = await lstat(path);
    } catch (error) {
      yield { kind: "broken", path, reason: reasonOf(error) };
      continue;
    }
    yield* lookAt(path, stat);
  }
}

/**
 * Finds the trace files at `paths`: files as they are, folders with all that is below them, by
 * name. A path that is a link is followed, links below a folder are not. No file comes twice.
 *
 * @returns the files, and what was passed over or could not be read, in a stable order.
 * @throws the system's error (ENOENT, EACCES …) for a path that does not exist or cannot be seen.
 */
export async function findTraceFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const real = await realpath(path);
    for await (const file of lookAt(real, await lstat(real))) found.set(file.path, file);
  }
  return [...found.values()];
}
