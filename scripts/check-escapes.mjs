// The lint forbids any, casts and non-null assertions, so each escape from the types or from a
// rule is a comment that switches one off. Their number may not grow.
import { readSourceFiles } from "./source-files.mjs";

const mostEscapes = 5;
const escape =
  /(?:\/\/|\/\*|<!--)\s*(?:(?:oxlint|eslint)-disable|@ts-(?:ignore|nocheck|expect-error))/;

const found = readSourceFiles().flatMap(({ path, text }) =>
  text.split("\n").flatMap((line, index) => (escape.test(line) ? [`${path}:${index + 1}`] : [])),
);
process.stdout.write(`${found.length} of at most ${mostEscapes} escapes from types and rules\n`);
if (found.length > mostEscapes) {
  process.stderr.write(`Too many escapes from types and rules:\n${found.join("\n")}\n`);
  process.exitCode = 1;
}
