import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { requireChild } from "../child.mjs";
import { SetupError, step } from "../progress.mjs";

/** The programs of the proof, each in the Debian package of its name. */
const programs = ["buildah", "debootstrap", "docker-compose"];

/**
 * Makes sure that the programs which prove the image are installed.
 * @throws {SetupError} when they are missing and cannot be installed, or when the person is not root
 */
export async function ensureDebianTools() {
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      "npm run test:image makes a Debian system in a folder, which only root may do: run it as root, for example in a container.",
    );
  }
  const missing = programs.filter((name) => !isOnPath(name));
  if (missing.length === 0) return;
  if (!isOnPath("apt-get")) {
    throw new SetupError(`npm run test:image needs ${missing.join(", ")}: install them.`);
  }
  await step(`Installing ${missing.join(", ")} (apt-get)`, async () => {
    const options = { env: { DEBIAN_FRONTEND: "noninteractive" } };
    await requireChild("apt-get update failed", "apt-get", ["update"], options);
    await requireChild(
      `${missing.join(", ")} could not be installed with apt-get: install them by hand`,
      "apt-get",
      ["install", "-y", "--no-install-recommends", ...missing],
      options,
    );
  });
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
