import { connect } from "node:net";

// Asks a server over HTTP/1.1 as fast as it answers: a process of its own, so that the server has
// its core. Reads from its input `{port, connections, seconds, cookie, paths}`; says requests/s.

interface Task {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly cookie: string;
  /** One after the other, by all connections together; from the front again at the end. */
  readonly paths: readonly string[];
}

function isTask(read: unknown): read is Task {
  return typeof read === "object" && read !== null && "port" in read && "paths" in read;
}

async function readTask(): Promise<Task> {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += String(chunk);
  const read: unknown = JSON.parse(text);
  if (!isTask(read)) throw new TypeError("no task came in");
  return read;
}

const task = await readTask();
let answered = 0;
let isMeasuring = false;
let next = 0;

/** One connection: a request, its whole reply, the next request. */
function open(): void {
  const socket = connect({ port: task.port, host: "127.0.0.1", noDelay: true });
  let head = "";
  let missing = -1;
  const send = () => {
    const path = task.paths[next % task.paths.length] ?? "/";
    next += 1;
    head = "";
    missing = -1;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${task.cookie}\r\n\r\n`);
  };
  socket.on("connect", send);
  socket.on("error", fail);
  socket.on("data", (chunk) => {
    if (missing < 0) {
      head += chunk.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end === -1) return;
      if (!head.startsWith("HTTP/1.1 200")) fail(new Error(head.slice(0, end)));
      const length = /^content-length: (\d+)\r?$/im.exec(head.slice(0, end))?.[1];
      if (length === undefined) fail(new Error("a reply without its length"));
      missing = Number(length) - (head.length - end - 4);
    } else {
      missing -= chunk.length;
    }
    if (missing > 0) return;
    if (isMeasuring) answered += 1;
    send();
  });
}

function fail(error: Error): never {
  console.error(error.message);
  process.exit(1);
}

for (let index = 0; index < task.connections; index += 1) open();
// The first second warms both sides up.
setTimeout(() => {
  isMeasuring = true;
  const start = performance.now();
  setTimeout(() => {
    process.stdout.write(String((answered / (performance.now() - start)) * 1000));
    process.exit(0);
  }, task.seconds * 1000);
}, 1_000);
