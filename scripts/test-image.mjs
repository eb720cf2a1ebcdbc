import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireChild, stopIfInterrupted } from "./child.mjs";
import { makeBaseImage } from "./image/base-image.mjs";
import { buildBuildah } from "./image/buildah.mjs";
import { withContainer } from "./image/container.mjs";
import { ensureDebianTools } from "./image/debian-tools.mjs";
import { writeNpmSecret } from "./image/npm-secret.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { SetupError, say, step } from "./progress.mjs";

const image = "trace-console-proof";
const container = "trace-console-proof-container";

/**
 * Proves Dockerfile and docker-compose.yml without a Docker engine: buildah builds the image on a
 * base made here and runs it; docker-compose reads its file. Everything it makes lies in one
 * temporary folder and is removed.
 * @throws {SetupError} naming the first thing that does not hold
 */
export async function testImage() {
  await ensureDebianTools();
  await ensureInstalled();
  const work = mkdtempSync(join(tmpdir(), "trace-console-image-"));
  const buildah = buildBuildah(work);
  try {
    const base = baseNameOf(readFileSync(join(root, "Dockerfile"), "utf8"));
    await step(`Making a base image ${base}`, () => makeBaseImage(buildah, work, base));
    await step("Building the Dockerfile", async () => {
      const secret = `id=npmrc,src=${await writeNpmSecret(work)}`;
      const build = ["build", "--pull-never", "--format", "docker", "--secret", secret];
      await buildah("The Dockerfile does not build", [...build, "--tag", image, root]);
    });
    await step("Running the image", () => proveImage(buildah, work));
    await step("Reading docker-compose.yml", proveCompose);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} dockerfile */
function baseNameOf(dockerfile) {
  const names = new Set(Array.from(dockerfile.matchAll(/^FROM (\S+)/gm), ([, name]) => name));
  const [name] = names;
  if (names.size !== 1 || name === undefined) {
    throw new SetupError("The Dockerfile must begin every stage with the same base image.");
  }
  return name;
}

/**
 * @param {import("./image/buildah.mjs").Buildah} buildah
 * @param {string} work
 */
async function proveImage(buildah, work) {
  const config = await readConfig(buildah);
  prove("the image runs as a user that is not root", /^[1-9]\d*:[1-9]\d*$/.test(config.user));
  prove("/data is the one volume", config.volumes.join() === "/data");
  prove("DATA_DIR lies in the volume", config.environment.includes("DATA_DIR=/data"));
  prove("it listens to the container's network", config.environment.includes("HOST=0.0.0.0"));
  prove("it is stopped with SIGTERM", config.stopSignal === "SIGTERM");

  await buildah("No container could be made", ["from", "--pull-never", "--name", container, image]);
  // An engine mounts a volume over /data; buildah would take a folder of its own instead of ours.
  await buildah("The volume cannot be exchanged", ["config", "--volume", "/data-", container]);
  const files = await buildah("The image cannot be looked into", ["mount", container]);
  const owner = Number(config.user.split(":")[0]);
  prove("the user owns /data", statSync(join(files, "data")).uid === owner);

  const data = join(work, "data");
  mkdirSync(data, { mode: 0o700 });
  chownSync(data, owner, owner);
  const port = await freePort();
  const options = { work, container, command: config.command, data, port };
  const runCheck = ["run", "--env", `PORT=${port}`, container, "--"];
  const checkHealth = () =>
    buildah("HEALTHCHECK fails", [...runCheck, ...config.healthCheck.slice(1)]);

  const before = fingerprint(files);
  const first = await withContainer(options, async (server) => {
    prove("the server's process is not root's", ownerOf(server) === owner);
    await provePages(`http://127.0.0.1:${port}`);
    await checkHealth();
    prove("HEALTHCHECK succeeds while the server is up", true);
  });
  prove("SIGTERM ends it with exit code 0", first.code === 0);
  const refused = await checkHealth().then(
    () => false,
    () => true,
  );
  stopIfInterrupted();
  prove("HEALTHCHECK fails while the server is down", refused);
  prove("its data is in the volume", readdirSync(data).length > 0);
  prove("it writes nothing beside the volume", fingerprint(files) === before);

  const second = await withContainer(options, () => provePages(`http://127.0.0.1:${port}`));
  prove("the first sign-in is printed at the first start", printsSignIn(first.output));
  prove("and not again: the data survived the restart", !printsSignIn(second.output));
}

/**
 * What an engine would read from the image: the lists come as one line each item.
 * @param {import("./image/buildah.mjs").Buildah} buildah
 */
async function readConfig(buildah) {
  const read = async (/** @type {string} */ template) => {
    const inspect = ["inspect", "--type", "image", "--format", template, image];
    return (await buildah("The image cannot be inspected", inspect)).split("\n");
  };
  const [user = ""] = await read("{{.Docker.Config.User}}");
  const [stopSignal] = await read("{{.Docker.Config.StopSignal}}");
  return {
    user,
    stopSignal,
    environment: await read("{{range .Docker.Config.Env}}{{println .}}{{end}}"),
    command: await read("{{range .Docker.Config.Cmd}}{{println .}}{{end}}"),
    healthCheck: await read("{{range .Docker.Config.Healthcheck.Test}}{{println .}}{{end}}"),
    volumes: await read("{{range $path, $_ := .Docker.Config.Volumes}}{{println $path}}{{end}}"),
  };
}

/** @param {string} origin */
async function provePages(origin) {
  const page = await fetch(`${origin}/`);
  const html = await page.text();
  prove("the sign-in page is served", page.status === 200 && html.includes('id="root"'));
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1];
  const asset = await fetch(`${origin}${script}`);
  prove(
    "and its script",
    asset.status === 200 && /javascript/.test(asset.headers.get("content-type") ?? ""),
  );
  const session = await fetch(`${origin}/api/session`);
  prove("without a session nobody is told anything", session.status === 401);
}

/** @param {string} output what the server printed */
function printsSignIn(output) {
  return /password|sign[- ]in|https?:\/\/\S+\/\S+/i.test(output.replace(/^.*is ready: .*$/m, ""));
}

/** @param {number} pid */
function ownerOf(pid) {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

/**
 * Names, sizes and times of the image's files; a server that needs no writable image leaves them.
 * @param {string} folder
 */
function fingerprint(folder) {
  return readdirSync(join(folder, "app"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`)
    .join("\n");
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function proveCompose() {
  const compose = ["--file", join(root, "docker-compose.yml"), "config"];
  const read = await requireChild("docker-compose.yml is not valid", "docker-compose", compose);
  prove(
    "one service, one volume",
    /^services:\n {2}trace-console:/m.test(read) && /- traces:\/data:rw/.test(read),
  );
  prove("the root file system is read-only", /read_only: true/.test(read));
  prove("it serves this machine only", /127\.0\.0\.1:8080:8080/.test(read));
}

/**
 * @param {string} fact
 * @param {boolean} holds
 */
function prove(fact, holds) {
  if (!holds) throw new SetupError(`This does not hold: ${fact}.`);
  say(`  ok  ${fact}`);
}
