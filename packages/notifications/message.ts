import { createHmac, randomUUID } from "node:crypto";
import type { Notification } from "@trace-console/contracts/notification-api";
import type { Trace } from "@trace-console/contracts/trace";

/**
 * What an endpoint gets: a message as SMN sends it to HTTP subscribers, or the event that
 * FunctionGraph hands to a function with a CTS trigger.
 *
 * @param now ms since 1970.
 */
export function writeMessage(notification: Notification, trace: Trace, now: number): string {
  if (notification.notification_type === "fun") return JSON.stringify({ cts: trace });
  return JSON.stringify({
    type: "Notification",
    message_id: randomUUID(),
    topic_urn: notification.topic_id,
    subject: `CTS: ${notification.notification_name}: ${trace.trace_name}`,
    message: JSON.stringify(trace),
    timestamp: new Date(now).toISOString(),
  });
}

/** In SQL, the trace of a message in the column `body` that {@link writeMessage} wrote, as JSON. */
export const traceOfBody = "coalesce(body ->> '$.cts', body ->> '$.message')";

/** The header that carries the signature of a message. */
export const signatureHeader = "x-trace-console-signature";

/**
 * Signs a message, so that the endpoint can tell who sent it, and when: HMAC-SHA256 of the moment,
 * a full stop and the body.
 *
 * @param now ms since 1970.
 */
export function signMessage(body: string, secret: string, now: number): string {
  const signature = createHmac("sha256", secret).update(`${now}.${body}`).digest("hex");
  return `t=${now},v1=${signature}`;
}
