import { regionsSchema, sessionSchema } from "@trace-console/contracts/console-api";
import type { Regions, Session } from "@trace-console/contracts/console-api";
import { requestJson, requestNothing } from "./request.ts";

/** Who is signed in. Fails with status 401 when nobody is. */
export function fetchSession(signal: AbortSignal): Promise<Session> {
  return requestJson("/api/session", sessionSchema, { signal });
}

/** Signs in; the session travels in an HttpOnly cookie. Fails with status 401 for wrong values. */
export function signIn(user: string, password: string): Promise<Session> {
  return requestJson("/api/session", sessionSchema, { method: "POST", body: { user, password } });
}

/** Ends the session. */
export function signOut(): Promise<void> {
  return requestNothing("/api/session", { method: "DELETE" });
}

/** Every region, with the projects in it that this user may read and how many traces they hold. */
export function fetchRegions(signal: AbortSignal): Promise<Regions> {
  return requestJson("/api/regions", regionsSchema, { signal });
}
