import {
  accessKeyChangeSchema,
  accessKeysSchema,
  createdAccessKeySchema,
  newAccessKeySchema,
  passwordChangeSchema,
  sessionsSchema,
} from "@trace-console/contracts/administration-api";
import { sessionSchema, signInSchema } from "@trace-console/contracts/console-api";
import { signInWaysSchema } from "@trace-console/contracts/sign-in";
import { done, type Operation } from "./operation.ts";

/** Signing in to the console and out of it. */
export const signInOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/sign-in",
    summary: "The ways to sign in.",
    reply: { status: 200, schema: signInWaysSchema },
  },
  {
    method: "post",
    path: "/api/session",
    summary: "Signs in: the reply sets the cookie of the session.",
    body: signInSchema,
    reply: { status: 200, schema: sessionSchema },
  },
  {
    method: "delete",
    path: "/api/session",
    summary: "Signs out.",
    reply: done,
  },
];

/** What one may do with one's own account. */
export const accountOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/session",
    summary: "Who is signed in, and what they may do.",
    reply: { status: 200, schema: sessionSchema },
  },
  {
    method: "put",
    path: "/api/session/password",
    summary: "Changes one's password; all other sessions end.",
    body: passwordChangeSchema,
    reply: done,
  },
  {
    method: "get",
    path: "/api/sessions",
    summary: "Where one is signed in.",
    reply: { status: 200, schema: sessionsSchema },
  },
  {
    method: "delete",
    path: "/api/sessions/{session_id}",
    summary: "Ends one of one's sessions.",
    reply: done,
  },
  {
    method: "get",
    path: "/api/access-keys",
    summary: "One's access keys, without their secrets.",
    reply: { status: 200, schema: accessKeysSchema },
  },
  {
    method: "post",
    path: "/api/access-keys",
    summary: "Makes an access key; its secret is told this once.",
    body: newAccessKeySchema,
    reply: { status: 201, schema: createdAccessKeySchema },
  },
  {
    method: "patch",
    path: "/api/access-keys/{access_key_id}",
    summary: "Disables or enables an access key.",
    body: accessKeyChangeSchema,
    reply: done,
  },
  {
    method: "delete",
    path: "/api/access-keys/{access_key_id}",
    summary: "Deletes an access key.",
    reply: done,
  },
];
