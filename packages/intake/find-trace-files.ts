import type { Dirent } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";

/** What stands at a place that was to be imported. */
export type FoundFile =
  | { readonly kind: "file"; readonly path: string; readonly bytes: number }
  | { readonly kind: "ignored"; readonly path: string; readonly reason: string }
  | { readonly kind: "broken"; readonly path: string; readonly reason: string };

const isTraceFile = (path: string): boolean => /\.json(?:\.gz)?$/i.test(path);

async function* lookAt(path: string): AsyncGenerator<FoundFile> {
  const stat = await lstat(path);
  if (stat.isDirectory()) yield* walk(path);
  else if (stat.isSymbolicLink()) yield { kind: "ignored", path, reason: "a symbolic link" };
  else if (!stat.isFile()) yield { kind: "ignored", path, reason: "not a regular file" };
  else if (!isTraceFile(path)) yield { kind: "ignored", path, reason: "not .json or .json.gz" };
  else yield { kind: "file", path, bytes: stat.size };
}

async function* walk(folder: string): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield { kind: "broken", path: folder, reason: `cannot be read: ${reason}` };
    return;
  }
  // Sorted by code units, which needs no locale: the same order everywhere.
  for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    yield* lookAt(join(folder, name));
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
    for await (const file of lookAt(await realpath(path))) found.set(file.path, file);
  }
  return [...found.values()];
}
