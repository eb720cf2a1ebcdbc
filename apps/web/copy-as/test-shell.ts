/** What a shell does something with where it is not quoted. */
const active = /[$`()<>|&*?[\]{}!~^"\\]/;

/**
 * The words of a line as a POSIX shell reads them.
 *
 * @throws Error when something unquoted would be expanded or run.
 */
export function shellWords(
  line: string,
  variables: ReadonlyMap<string, string> = new Map(),
): string[] {
  const words: string[] = [];
  let rest = line.trim();
  while (rest !== "") {
    let word = "";
    while (rest !== "" && !/^[\s;]/.test(rest)) {
      const [piece = "", literal, expanded] =
        /^'([^']*)'|^"([^"\\`]*)"|^\\'|^[^\s;'"\\]+/.exec(rest) ?? [];
      if (piece === "") throw new Error(`unended: ${rest}`);
      if (literal !== undefined) word += literal;
      else if (expanded !== undefined) word += expanded.replaceAll(/\$(\w+)/g, expand(variables));
      else if (piece === String.raw`\'`) word += "'";
      else if (active.test(piece)) throw new Error(`not quoted: ${piece}`);
      else word += piece;
      rest = rest.slice(piece.length);
    }
    if (word !== "") words.push(word);
    if (rest.startsWith(";")) words.push(";");
    rest = rest.replace(/^(?:;|\s+)/, "");
  }
  return words;
}

function expand(variables: ReadonlyMap<string, string>) {
  return (_match: string, name: string) => variables.get(name) ?? "";
}

/** The calls that a script makes: one, or one in the middle of loops. */
export function shellCalls(script: string): string[][] {
  const lines = script.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return run(lines, new Map([["TOKEN", "token"]]));
}

function run([line = "", ...rest]: readonly string[], variables: Map<string, string>): string[][] {
  const words = shellWords(line, variables);
  if (words[0] !== "for") return [words];
  const [, name = "", , ...list] = words;
  const values = list.slice(0, list.indexOf(";"));
  return values.flatMap((value) => run(rest, new Map([...variables, [name, value]])));
}
