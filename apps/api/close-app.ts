import type { FastifyInstance } from "fastify";

/**
 * Closes the app: new requests are refused, replies under way may end within `graceMs`, then their
 * connections are cut. A reader that takes a byte a minute would keep the process for ever.
 */
export async function closeApp(app: FastifyInstance, graceMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
  await app.close();
  clearTimeout(cut);
}
