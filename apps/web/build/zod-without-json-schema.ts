import type { Plugin } from "vite";

const jsonSchemaModules = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
const exported = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \};/gm;

/**
 * Leaves zod's writing of JSON Schema out of the console's build: every schema of zod refers to it,
 * so no bundler drops it by itself, and the console only checks what it reads.
 *
 * Throws while building when zod's modules no longer export as they did.
 */
export function zodWithoutJsonSchema(): Plugin {
  const found = new Set<string>();
  return {
    name: "zod-without-json-schema",
    apply: "build",
    transform: {
      filter: { id: jsonSchemaModules },
      handler: (source, id) => {
        const names = [...source.matchAll(exported)].map(([, own, renamed]) => own ?? renamed);
        found.add(id);
        return { code: standIn(names), map: null };
      },
    },
    buildEnd: (error) => {
      if (error === undefined && found.size !== 2) {
        throw new Error("zod keeps its JSON Schema elsewhere now: name its modules here anew.");
      }
    },
  };
}

/** A module of the same names: what makes a method gives one, and to use any of them is an error. */
function standIn(names: readonly (string | undefined)[]): string {
  const lines = names.map((name) =>
    name?.startsWith("create")
      ? `export const ${name} = () => unavailable;`
      : `export const ${name} = unavailable;`,
  );
  return `const unavailable = () => { throw new Error("The console is built without zod's JSON Schema."); };\n${lines.join("\n")}`;
}
