import type { Endpoints } from "@trace-console/contracts/notification-api";
import type { Deliveries, DueDelivery } from "./deliveries.ts";
import { signatureHeader, signMessage } from "./message.ts";

/** Messages that are sent at once, and how long one may take. */
const atOnce = 8;
const timeoutMs = 10_000;

export interface DeliverOptions {
  readonly endpoints: Endpoints;
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
}

/**
 * Sends the messages whose time has come. An answer of 2xx is a delivery; redirects are not
 * followed, as nobody has configured where they lead.
 *
 * @returns how many were tried.
 */
export async function deliver(deliveries: Deliveries, options: DeliverOptions): Promise<number> {
  let tried = 0;
  while (options.signal?.aborted !== true) {
    const due = deliveries.due(atOnce);
    if (due.length === 0) break;
    tried += due.length;
    await Promise.all(
      due.map(async (one) => {
        const failure = await send(one, options);
        // A message that was interrupted goes out after the next start.
        if (failure !== undefined && options.signal?.aborted === true) return;
        if (failure === undefined) deliveries.succeeded(one);
        else deliveries.failed(one, failure);
      }),
    );
  }
  return tried;
}

/** @returns why it failed. */
async function send(
  { topic_id, body }: DueDelivery,
  { endpoints, clock, signal }: DeliverOptions,
): Promise<string | undefined> {
  const endpoint = endpoints[topic_id];
  if (endpoint === undefined) return `no endpoint is configured for ${topic_id}`;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const reply = await fetch(endpoint.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [signatureHeader]: signMessage(body, endpoint.secret, clock()),
      },
      body,
      redirect: "manual",
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    await reply.body?.cancel();
    return reply.ok ? undefined : `the endpoint answered ${reply.status}`;
  } catch (error) {
    return error instanceof Error ? causeOf(error) : String(error);
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
