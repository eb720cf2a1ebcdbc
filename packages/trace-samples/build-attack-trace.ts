import { isOpaqueId } from "@trace-console/contracts/ids";
import type { Trace, TraceUser } from "@trace-console/contracts/trace";
import { buildTrace } from "./build-trace.ts";
import { hashText } from "./random.ts";

/** What of `payload` may stand in an id: its printable characters, 100 at most. */
function keepPrintable(payload: string): string {
  return Array.from(payload).filter(isOpaqueId).slice(0, 100).join("");
}

/** The fields whose wire form is an id: CTS itself would never let more than printable text in. */
const idFields: ReadonlySet<string> = new Set(["project_id", "domain_id", "access_key_id"]);

/**
 * A trace of which every text is `payload`, those of `user` too. Ids keep only its printable
 * characters; `trace_id` is one of its own for each payload. Times, numbers and booleans stay
 * usable. `overrides` replace fields afterwards, for instance `project_id` and `time`.
 *
 * @param payload not empty, as `trace_name` must not be
 */
export function buildAttackTrace(payload: string, overrides: Partial<Trace> = {}): Trace {
  const id = keepPrintable(payload) || "unprintable";
  const user: TraceUser = {
    id: payload,
    name: payload,
    user_name: payload,
    domain: { id: payload, name: payload },
    account_id: payload,
    access_key_id: id,
    principal_urn: payload,
    principal_id: payload,
    principal_is_root_user: payload,
    type: payload,
    invoked_by: [payload, payload],
    session_context: { attributes: { created_at: payload, mfa_authenticated: payload } },
    OriginUser: payload,
  };
  const trace: Trace = {
    ...buildTrace(),
    message: payload,
    location_info: payload,
    endpoint: payload,
    resource_url: payload,
    resource_account_id: payload,
    user_agent: payload,
    content_length: 1,
    total_time: 1,
    a_field_that_nobody_knows: payload,
  };
  for (const [field, value] of Object.entries(trace)) {
    if (typeof value === "string") trace[field] = idFields.has(field) ? id : payload;
  }
  const digest = hashText(payload).toString(16).padStart(8, "0");
  return { ...trace, trace_id: `attack-${digest}-${id}`, user, ...overrides };
}
