import {
  accessKeyChangeSchema,
  accessKeysSchema,
  newProjectSchema,
  newUserSchema,
  projectsSchema,
  userChangeSchema,
  usersSchema,
} from "@trace-console/contracts/administration-api";
import { projectSchema } from "@trace-console/contracts/console-api";
import { done, type Operation } from "./operation.ts";

/** Users, their access keys, and projects. */
export const administrationOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/users",
    summary: "Who may sign in, and their roles.",
    reply: { status: 200, schema: usersSchema },
  },
  {
    method: "post",
    path: "/api/users",
    summary: "Adds a user.",
    body: newUserSchema,
    reply: { status: 201 },
  },
  {
    method: "patch",
    path: "/api/users/{user}",
    summary: "Changes what is given of a user.",
    body: userChangeSchema,
    reply: done,
  },
  {
    method: "delete",
    path: "/api/users/{user}",
    summary: "Removes a user with their keys and sessions.",
    reply: done,
  },
  {
    method: "delete",
    path: "/api/users/{user}/sessions",
    summary: "Ends all sessions of a user.",
    reply: done,
  },
  {
    method: "get",
    path: "/api/users/{user}/access-keys",
    summary: "The access keys of a user, without their secrets.",
    reply: { status: 200, schema: accessKeysSchema },
  },
  {
    method: "patch",
    path: "/api/users/{user}/access-keys/{access_key_id}",
    summary: "Disables or enables an access key of a user.",
    body: accessKeyChangeSchema,
    reply: done,
  },
  {
    method: "delete",
    path: "/api/users/{user}/access-keys/{access_key_id}",
    summary: "Deletes an access key of a user.",
    reply: done,
  },
  {
    method: "get",
    path: "/api/projects",
    summary: "All projects that are registered.",
    reply: { status: 200, schema: projectsSchema },
  },
  {
    method: "post",
    path: "/api/projects",
    summary: "Registers a project.",
    body: newProjectSchema,
    reply: { status: 201, schema: projectSchema },
  },
];
