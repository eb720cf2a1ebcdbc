import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireChild } from "./child.mjs";
import { projectNode, root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { withSetupLock } from "./setup-lock.mjs";

const page = join(root, "dist", "web", "index.html");
const stampFile = join(root, "dist", "web.stamp");
/** All that the built console depends on. */
const inputs = [
  "apps/web",
  "packages/contracts",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Builds the console into dist/web, unless it was built from exactly these files. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await withSetupLock(async (note) => {
    if (isBuilt()) return;
    await step("Building the console", async () => {
      const stamp = currentStamp();
      rmSync(stampFile, { force: true });
      const vite = join(root, "node_modules", "vite", "bin", "vite.js");
      await requireChild("The console could not be built", projectNode, [vite, "build"], {
        onStart: note,
      });
      writeFileSync(stampFile, stamp);
    });
  });
}

function isBuilt() {
  return (
    existsSync(page) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === currentStamp()
  );
}

/** A hash over the names and contents of the inputs; some milliseconds for some hundred files. */
function currentStamp() {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return `${hash.digest("hex")}\n`;
}

/**
 * @param {string} path a file or folder, relative to the root
 * @returns {string[]} the files, in a fixed order
 */
function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules" && !/\.test\.tsx?$/.test(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}
