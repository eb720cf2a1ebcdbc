import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "vite";

const compress = promisify(gzip);
const compressible = /\.(?:html|js|css|svg|txt|json)$/;

/**
 * Writes a `.gz` file beside each text file of the build, so that the service sends it as it is
 * instead of compressing it for every visitor.
 */
export function gzipSiblings(): Plugin {
  let folder = "";
  return {
    name: "gzip-siblings",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true });
      const texts = files.filter((file) => compressible.test(file));
      await Promise.all(
        texts.map(async (file) => {
          const path = join(folder, file);
          await writeFile(`${path}.gz`, await compress(await readFile(path), { level: 9 }));
        }),
      );
    },
  };
}
