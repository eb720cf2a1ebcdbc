import type { z } from "zod";
import { detailsOf, readAs, request, RequestFailure } from "./request.ts";

/**
 * Asks the console's own API for a count that is told in lines of JSON while it goes on.
 *
 * @param onPartial is given each line but the last.
 * @returns the last line, which is `done`.
 * @throws {RequestFailure} as `requestJson`, and when the reply ends before it is done.
 */
export async function requestLines<Schema extends z.ZodType<{ readonly done: boolean }>>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
  onPartial: (partial: z.infer<Schema>) => void,
): Promise<z.infer<Schema>> {
  const reply = await request(path, { signal });
  for await (const line of readLines(reply)) {
    const count = readAs(schema, parseJson(line), reply);
    if (count.done) return count;
    onPartial(count);
  }
  throw new RequestFailure("The service stopped before all was counted.", {
    ...detailsOf(reply),
    code: "broken_off",
  });
}

async function* readLines(reply: Response): AsyncGenerator<string> {
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) return;
    const lines = (rest + piece.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
