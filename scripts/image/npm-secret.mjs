import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireNpm } from "../child.mjs";

/**
 * Writes the npm configuration that the build needs to reach this machine's registry. It goes
 * into the build as a secret, so that neither address nor token is in the image or in any output.
 * @param {string} work the work folder, absolute
 * @returns {Promise<string>} the path of the file
 */
export async function writeNpmSecret(work) {
  const what = "npm does not tell its configuration";
  const registry = await requireNpm(what, ["config", "get", "registry", "--loglevel=silent"]);
  const own = await requireNpm(what, ["config", "get", "userconfig", "--loglevel=silent"]);
  const file = join(work, "npmrc");
  const lines = [
    existsSync(own.trim()) ? readFileSync(own.trim(), "utf8") : "",
    `registry=${registry.trim()}`,
    "cafile=/etc/ssl/certs/ca-certificates.crt",
    "",
  ];
  writeFileSync(file, lines.join("\n"), { mode: 0o600 });
  return file;
}
