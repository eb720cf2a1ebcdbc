import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// The ceiling: plain node:http sends prebuilt replies, in turn, and does nothing else. Argument: a
// file of JSON with a list of `{headers, body}`: names and values by turns, and a text. Says its port.

interface Reply {
  readonly headers: readonly string[];
  readonly body: string;
}

function isReplies(read: unknown): read is readonly Reply[] {
  return Array.isArray(read) && read.every((one: object) => "headers" in one && "body" in one);
}

const read: unknown = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
if (!isReplies(read)) throw new TypeError("no replies came in");
const replies = read.map(({ headers, body }) => ({ headers, body: Buffer.from(body) }));
let next = 0;
const server = createServer((_request, response) => {
  const reply = replies[next % replies.length];
  next += 1;
  response.writeHead(200, [...(reply?.headers ?? [])]);
  response.end(reply?.body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`port ${typeof address === "object" && address !== null ? address.port : 0}`);
});
