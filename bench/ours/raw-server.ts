import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// The ceiling: plain node:http sends prebuilt replies, in turn, and does nothing else. Argument: a
// file of JSON with the replies as texts. Says its port.

const read: unknown = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const replies = Array.isArray(read) ? read.map((text) => Buffer.from(String(text))) : [];
let next = 0;
const server = createServer((_request, response) => {
  const reply = replies[next % replies.length] ?? Buffer.alloc(0);
  next += 1;
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": reply.length,
  });
  response.end(reply);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`port ${typeof address === "object" && address !== null ? address.port : 0}`);
});
