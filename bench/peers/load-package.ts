import { createRequire } from "node:module";
import { join } from "node:path";

/** Where the peers' packages are installed: no workspace, so that `npm ci` of the root skips them. */
export const peersFolder = import.meta.dirname;

const requireFromPeers = createRequire(join(peersFolder, "package.json"));

/**
 * Loads a package that only the benchmark has.
 *
 * @param looksRight tells by a look whether what came has what is needed
 * @throws TypeError when it has not
 */
export function loadPackage<T>(
  name: string,
  looksRight: (loaded: object) => loaded is T & object,
): T {
  const loaded: unknown = requireFromPeers(name);
  if (
    (typeof loaded !== "object" && typeof loaded !== "function") ||
    loaded === null ||
    !looksRight(loaded)
  ) {
    throw new TypeError(`the package ${name} is not what it was`);
  }
  return loaded;
}

/** The version of an installed package. */
export function packageVersion(name: string): string {
  const manifest: unknown = requireFromPeers(`${name}/package.json`);
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
