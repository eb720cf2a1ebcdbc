import {
  accessKeysSchema,
  createdAccessKeySchema,
  sessionsSchema,
} from "@trace-console/contracts/administration-api";
import type {
  AccessKeyList,
  CreatedAccessKey,
  SessionList,
} from "@trace-console/contracts/administration-api";
import { requestJson, requestNothing } from "./request.ts";

const keysPath = "/api/access-keys";

/** Sets a new password; all sessions but this one end. Fails with status 401 for a wrong old one. */
export function changePassword(password: string, newPassword: string): Promise<void> {
  const body = { password, new_password: newPassword };
  return requestNothing("/api/session/password", { method: "PUT", body });
}

/** Where one is signed in. */
export function fetchSessions(signal: AbortSignal): Promise<SessionList> {
  return requestJson("/api/sessions", sessionsSchema, { signal });
}

/** Ends one of one's sessions. */
export function endSession(id: string): Promise<void> {
  return requestNothing(`/api/sessions/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** One's access keys, without their secrets. */
export function fetchAccessKeys(signal: AbortSignal): Promise<AccessKeyList> {
  return requestJson(keysPath, accessKeysSchema, { signal });
}

/** Makes an access key; its secret is in this reply and nowhere else. */
export function addAccessKey(description: string): Promise<CreatedAccessKey> {
  return requestJson(keysPath, createdAccessKeySchema, { method: "POST", body: { description } });
}

/** Disables an access key, or enables it. */
export function setAccessKeyDisabled(id: string, isDisabled: boolean): Promise<void> {
  const body = { is_disabled: isDisabled };
  return requestNothing(`${keysPath}/${encodeURIComponent(id)}`, { method: "PATCH", body });
}

/** Deletes an access key. */
export function removeAccessKey(id: string): Promise<void> {
  return requestNothing(`${keysPath}/${encodeURIComponent(id)}`, { method: "DELETE" });
}
