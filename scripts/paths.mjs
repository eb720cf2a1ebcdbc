import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node 26 that the npm package `node` brings, present once packages are installed. */
export const projectNode = join(root, "node_modules", ".bin", "node");

/**
 * The folder the person typed the command in: npm starts scripts at the root and names the
 * caller's folder in INIT_CWD. Relative paths a person types are relative to it.
 */
export const callerFolder =
  process.cwd() === root && process.env.INIT_CWD ? resolve(process.env.INIT_CWD) : process.cwd();
