// Keeps files readable in one sitting: nine of ten source files are shorter than 250 lines and
// none, tests included, is longer than 400.
import { readSourceFiles } from "./source-files.mjs";

const mostLines = 400;
const ninetiethLimit = 250;

const files = readSourceFiles().map(({ path, text }) => ({
  path,
  lines: text.split("\n").length - 1,
}));
const source = files
  .filter(({ path }) => !/\.test\.|^e2e\//.test(path))
  .map(({ lines }) => lines)
  .toSorted((a, b) => a - b);
const ninetieth = source[Math.ceil(source.length * 0.9) - 1] ?? 0;
const tooLong = files.filter(({ lines }) => lines > mostLines);

for (const { path, lines } of tooLong) {
  process.stderr.write(`${path} has ${lines} lines: split it, at most ${mostLines} are allowed.\n`);
}
if (ninetieth >= ninetiethLimit) {
  process.stderr.write(
    `One source file in ten has ${ninetieth} lines or more: keep the 90th percentile below ${ninetiethLimit}.\n`,
  );
}
process.exitCode = tooLong.length > 0 || ninetieth >= ninetiethLimit ? 1 : 0;
process.stdout.write(
  `${files.length} files; lines of source files: p90 ${ninetieth}, most ${source.at(-1) ?? 0}\n`,
);
