import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { Transform } from "node:stream";

/** A line to a server that can be slow, so that one can see what happens on the way. */
export interface SlowLine {
  /** The address of the server through the line. */
  readonly url: string;
  /** From now on replies come no faster than so many bytes a second; at first they do. */
  readonly setSpeed: (bytesPerSecond: number) => void;
  readonly close: () => void;
}

/** Opens a line to a server. */
export async function openSlowLine(to: string): Promise<SlowLine> {
  let speed = Infinity;
  const line = createServer((client) => {
    const server = connect(Number(new URL(to).port), "127.0.0.1");
    const slow = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        setTimeout(() => done(null, chunk), (chunk.length / speed) * 1000);
      },
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
    client.pipe(server);
    server.pipe(slow).pipe(client);
  });
  line.listen(0, "127.0.0.1");
  await once(line, "listening");
  const address: AddressInfo | string | null = line.address();
  if (address === null || typeof address === "string") throw new Error("the line is not open");
  const setSpeed = (bytesPerSecond: number) => {
    speed = bytesPerSecond;
  };
  return { url: `http://127.0.0.1:${address.port}`, setSpeed, close: () => line.close() };
}
