import {
  accessKeysSchema,
  projectsSchema,
  usersSchema,
} from "@trace-console/contracts/administration-api";
import type {
  AccessKeyList,
  NewProject,
  NewUser,
  ProjectList,
  UserChange,
  UserList,
} from "@trace-console/contracts/administration-api";
import { projectSchema } from "@trace-console/contracts/console-api";
import type { Project } from "@trace-console/contracts/console-api";
import { requestJson, requestNothing } from "./request.ts";

const usersPath = "/api/users";
const projectsPath = "/api/projects";

function pathOf(user: string): string {
  return `${usersPath}/${encodeURIComponent(user)}`;
}

/** All users, with their roles. */
export function fetchUsers(signal: AbortSignal): Promise<UserList> {
  return requestJson(usersPath, usersSchema, { signal });
}

/** Adds a user. Fails with status 409 for a name that is taken. */
export function addUser(user: NewUser): Promise<void> {
  return requestNothing(usersPath, { method: "POST", body: user });
}

/** Changes of a user what is given; all their sessions end. */
export function changeUser(name: string, change: UserChange): Promise<void> {
  return requestNothing(pathOf(name), { method: "PATCH", body: change });
}

/** Deletes a user with their access keys and sessions. */
export function removeUser(name: string): Promise<void> {
  return requestNothing(pathOf(name), { method: "DELETE" });
}

/** Ends all sessions of a user. */
export function endUserSessions(name: string): Promise<void> {
  return requestNothing(`${pathOf(name)}/sessions`, { method: "DELETE" });
}

/** All registered projects. */
export function fetchProjects(signal: AbortSignal): Promise<ProjectList> {
  return requestJson(projectsPath, projectsSchema, { signal });
}

/** Registers a project. Fails with status 409 for an id that is registered already. */
export function registerProject(project: NewProject): Promise<Project> {
  return requestJson(projectsPath, projectSchema, { method: "POST", body: project });
}

/** The access keys of a user, without their secrets. */
export function fetchUserKeys(name: string, signal: AbortSignal): Promise<AccessKeyList> {
  return requestJson(keysPath(name), accessKeysSchema, { signal });
}

/** What an administrator does to an access key of a user. */
export interface UserKeyChange {
  readonly kind: "disable" | "enable" | "delete";
  readonly id: string;
}

/** Has the service do it. */
export function changeUserKey(name: string, { kind, id }: UserKeyChange): Promise<void> {
  const path = `${keysPath(name)}/${encodeURIComponent(id)}`;
  return kind === "delete"
    ? requestNothing(path, { method: "DELETE" })
    : requestNothing(path, { method: "PATCH", body: { is_disabled: kind === "disable" } });
}

function keysPath(name: string): string {
  return `/api/users/${encodeURIComponent(name)}/access-keys`;
}
