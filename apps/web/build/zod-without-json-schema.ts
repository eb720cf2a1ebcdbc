import type { Plugin } from "vite";

const jsonSchemaModules = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
const exported = /^export (?:(?=(?:const|function) (\w+))|\{ \w+ as (\w+) \};)/gm;
/** Tells what the checks of a schema demand, such as whole numbers; not of JSON Schema alone. */
const kept = "aggregateChecks";

/**
 * Leaves zod's writing of JSON Schema out of the console's build: every schema of zod refers to it,
 * so no bundler drops it by itself, and the console only reads what comes and lists its fields.
 *
 * The build fails when zod keeps it in other modules, and is too big should they export otherwise.
 */
export function zodWithoutJsonSchema(): Plugin {
  const found = new Set<string>();
  return {
    name: "zod-without-json-schema",
    apply: "build",
    transform: {
      filter: { id: jsonSchemaModules },
      handler: (source, id) => {
        found.add(id);
        return { code: withoutExports(source), map: null };
      },
    },
    buildEnd: (error) => {
      if (error === undefined && found.size !== 2) {
        throw new Error("zod keeps its JSON Schema elsewhere now: name its modules here anew.");
      }
    },
  };
}

/** The module with other exports of the same names, so that its own are nowhere used and dropped. */
function withoutExports(source: string): string {
  const lines = [
    `const unavailable = () => { throw new Error("The console is built without zod's JSON Schema."); };`,
    // What makes a method of each schema is called; its method is not.
    `const makeUnavailable = () => unavailable;`,
  ];
  const own = source.replaceAll(exported, (text, ofItself, renamed) => {
    const name = String(ofItself ?? renamed);
    if (name === kept) return text;
    const other = name.startsWith("create") ? "makeUnavailable" : "unavailable";
    lines.push(`export { ${other} as ${name} };`);
    return "";
  });
  return `${own}\n${lines.join("\n")}`;
}
