import { appendFileSync, cpSync, copyFileSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { requireChild } from "../child.mjs";
import { projectNode } from "../paths.mjs";
import { SetupError } from "../progress.mjs";

const release = "bookworm";
const certificates = "etc/ssl/certs/ca-certificates.crt";

/**
 * Makes an image that stands in for the official Node image where no registry of images is in
 * reach: Debian, the Node of the npm package `node`, this machine's npm, and the user `node`.
 * @param {import("./buildah.mjs").Buildah} buildah
 * @param {string} work the work folder, absolute
 * @param {string} name the name that the Dockerfile begins with
 */
export async function makeBaseImage(buildah, work, name) {
  const system = join(work, "system");
  await requireChild(
    "debootstrap could not make a Debian system: check that the Debian mirror is in reach",
    "debootstrap",
    ["--variant=minbase", "--include=libatomic1,ca-certificates", release, system, await mirror()],
  );
  // As the official image has them: /usr/local/bin/node, npm beside it, the user node.
  copyFileSync(realpathSync(projectNode), join(system, "usr/local/bin/node"));
  mkdirSync(join(system, "usr/local/lib/node_modules"), { recursive: true });
  cpSync(npmFolder(), join(system, "usr/local/lib/node_modules/npm"), { recursive: true });
  await requireChild("npm could not be linked", "ln", [
    "--symbolic",
    "../lib/node_modules/npm/bin/npm-cli.js",
    join(system, "usr/local/bin/npm"),
  ]);
  appendFileSync(join(system, "etc/passwd"), "node:x:1000:1000::/home/node:/bin/bash\n");
  appendFileSync(join(system, "etc/group"), "node:x:1000:\n");
  // A mirror inside a company may speak for itself with a certificate that this machine trusts.
  if (existsSync(`/${certificates}`)) copyFileSync(`/${certificates}`, join(system, certificates));

  const container = await buildah("No container could be made", ["from", "scratch"]);
  await buildah("The Debian system could not be added", ["add", "--quiet", container, system, "/"]);
  await buildah("The base image could not be configured", [
    "config",
    "--env",
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "--cmd",
    "node",
    container,
  ]);
  await buildah("The base image could not be made", [
    "commit",
    "--quiet",
    "--rm",
    "--format",
    "docker",
    container,
    name,
  ]);
}

/** The Debian mirror this machine uses, else Debian's own. */
async function mirror() {
  const listed = await requireChild("apt-get does not name its mirrors", "apt-get", [
    "indextargets",
    "--format",
    "$(REPO_URI)",
    `Release: ${release}`,
    "Component: main",
  ]).catch(() => "");
  return listed.split("\n").find((line) => line !== "") ?? "http://deb.debian.org/debian";
}

/** The folder of the npm that runs this script, or of the one on PATH. */
function npmFolder() {
  const cli = process.env.npm_execpath;
  const folder = cli === undefined ? undefined : dirname(dirname(realpathSync(cli)));
  if (folder === undefined || !existsSync(join(folder, "bin", "npm-cli.js"))) {
    throw new SetupError("Start the proof with npm: npm run test:image.");
  }
  return folder;
}
