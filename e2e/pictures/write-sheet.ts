import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

// Writes `index.html`, a sheet of all pictures of a folder: a row for each state. Argument: the folder.

const folder = resolve(process.argv[2] ?? ".");
const pictures = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
const byState = Map.groupBy(pictures, (name) => name.split("_")[0] ?? "");
const rows = [...byState].map(([state, names]) => {
  const shown = names.map(
    (name) =>
      `<a href="${name}"><img loading="lazy" height="300" src="${name}" alt="${name}" title="${name}"></a>`,
  );
  return `<h2 id="${state}">${state}</h2>\n<p>${shown.join("\n")}</p>`;
});
const sheet = join(folder, "index.html");
writeFileSync(
  sheet,
  `<!doctype html><meta charset="utf-8"><title>Every state of the console</title>\n${rows.join("\n")}\n`,
);
console.log(`${pictures.length} pictures of ${byState.size} states: ${sheet}`);
