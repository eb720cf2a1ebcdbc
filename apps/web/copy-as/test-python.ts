const literal = /"(?:[^"\\]|\\.)*"/g;
const escapes = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** The text that a literal of Python stands for. */
export function pythonValue(text: string): string {
  return text
    .slice(1, -1)
    .replaceAll(/\\(?:u([0-9a-f]{4})|(.))/g, (_match, code: string | undefined, one: string) =>
      code === undefined
        ? (escapes.get(one) ?? one)
        : String.fromCharCode(Number.parseInt(code, 16)),
    );
}

/** The arguments that a program calls with: numbers, names and texts as they stand there. */
export function pythonArguments(program: string): Map<string, string> {
  const found = program.matchAll(/^ *(\w+)=(-?\d+|\w+|"(?:[^"\\]|\\.)*"),$/gm);
  return new Map([...found].map(([, name = "", value = ""]) => [name, value]));
}

/** The values of its loops, by their names. */
export function pythonLoops(program: string): Map<string, string[]> {
  const found = program.matchAll(/^ *for (\w+) in \[(.*)\]:$/gm);
  return new Map(
    [...found].map(([, name = "", list = ""]) => [
      name,
      [...list.matchAll(literal)].map(([text]) => pythonValue(text)),
    ]),
  );
}

/** The lines of a program, wherever Python may see the end of one. */
export function pythonLines(program: string): string[] {
  return program.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/);
}
