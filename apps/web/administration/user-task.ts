import type { Grant } from "@trace-console/contracts/permissions";
import {
  addUser,
  changeUser,
  endUserSessions,
  removeUser,
} from "../api-client/administration-api.ts";

/** What an administrator does to a user. */
export type UserTask =
  | {
      readonly kind: "add";
      readonly name: string;
      readonly password: string;
      readonly grants: Grant[];
    }
  | { readonly kind: "set roles"; readonly name: string; readonly grants: Grant[] }
  | { readonly kind: "set password"; readonly name: string; readonly password: string }
  | { readonly kind: "disable" | "enable" | "end sessions" | "delete"; readonly name: string };

/** Has the service do it. */
export function performUserTask(task: UserTask): Promise<void> {
  const { name } = task;
  switch (task.kind) {
    case "add":
      return addUser({ name, password: task.password, grants: task.grants });
    case "set roles":
      return changeUser(name, { grants: task.grants });
    case "set password":
      return changeUser(name, { password: task.password });
    case "disable":
    case "enable":
      return changeUser(name, { is_disabled: task.kind === "disable" });
    case "end sessions":
      return endUserSessions(name);
    case "delete":
      return removeUser(name);
  }
}
