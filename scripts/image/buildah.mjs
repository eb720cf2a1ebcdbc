import { join } from "node:path";
import { requireChild } from "../child.mjs";

/**
 * Buildah with a storage of its own in the work folder, without an engine and without namespaces
 * that a container would have to grant.
 * @typedef {(what: string, args: readonly string[], options?: import("../child.mjs").ChildOptions) => Promise<string>} Buildah
 *   `what` says in an error what could not be done; returns the output, trimmed
 */

/** Buildah runs programs by plain chroot, which works inside any container. */
export const buildahEnv = { BUILDAH_ISOLATION: "chroot" };

/**
 * The arguments that point buildah at its storage in the work folder, kept as plain folders.
 * @param {string} work an absolute path
 */
export function storageArgs(work) {
  const folders = ["--root", join(work, "storage"), "--runroot", join(work, "storage-run")];
  return ["--storage-driver", "vfs", ...folders];
}

/**
 * @param {string} work the work folder, absolute
 * @returns {Buildah}
 */
export function buildBuildah(work) {
  return async (what, args, options = {}) => {
    const run = { ...options, env: { ...buildahEnv, ...options.env } };
    return (await requireChild(what, "buildah", [...storageArgs(work), ...args], run)).trim();
  };
}
