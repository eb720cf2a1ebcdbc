import type { Accounts } from "@trace-console/accounts/accounts";
import { keysPerUser } from "@trace-console/accounts/access-keys";
import {
  type AccountArgs,
  onlyName,
  readAccountArgs,
  say,
  withAccounts,
  writeTable,
} from "./account-command.ts";
import { UsageError } from "./usage-error.ts";

const keyUsage = `Usage: npm run trace-console -- key ACTION [NAME] [options]

  list                 all access keys, without their secrets
  add USER             a new access key of a user; its secret is shown once
  enable, disable ID   a disabled key signs nothing
  remove ID            the key

  --description TEXT   what the new key is for

Environment: DATA_DIR (default data).`;

/** As what actions are recorded; those that only read are not. */
const traceNames: Readonly<Record<string, string>> = {
  add: "addCredential",
  enable: "updateCredential",
  disable: "updateCredential",
  remove: "deleteCredential",
};

/** `trace-console key …`. @returns the exit code. */
export async function runKey(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const asked = readAccountArgs(args, { description: "string" });
  if (asked === undefined) {
    say(keyUsage);
    return 0;
  }
  const trace_name = traceNames[asked.action];
  const named = asked.names[0];
  const action = trace_name && {
    trace_name,
    resource_type: "credential",
    ...(asked.action === "add" ? { resource_name: named } : { resource_id: named }),
    command: ["key", ...args],
  };
  await withAccounts(env, action || undefined, (accounts) => act(accounts, asked));
  return 0;
}

function act({ accessKeys, users }: Accounts, asked: AccountArgs): void {
  switch (asked.action) {
    case "list":
      writeTable(
        accessKeys
          .list()
          .map(({ access_key_id, user, isDisabled, description }) => [
            access_key_id,
            user,
            isDisabled ? "disabled" : "",
            description,
          ]),
      );
      return;
    case "add": {
      const user = onlyName(asked, "user name");
      if (users.find(user) === undefined) throw new UsageError(`There is no user ${user}.`);
      const key = accessKeys.add(user, asked.list("description")[0] ?? "");
      if (key === undefined) {
        throw new UsageError(`${user} has ${keysPerUser} keys already: remove one first.`);
      }
      say(`Access key id:      ${key.access_key_id}`);
      say(`Secret access key:  ${key.secret}`);
      say("The secret is shown only this once.");
      return;
    }
    case "enable":
    case "disable":
    case "remove": {
      const id = onlyName(asked, "access key id");
      const key = accessKeys.list().find(({ access_key_id }) => access_key_id === id);
      if (key === undefined) throw new UsageError(`There is no access key ${id}.`);
      if (asked.action === "remove") accessKeys.remove(key.user, id);
      else accessKeys.setDisabled(key.user, id, asked.action === "disable");
      say(`${id} is ${asked.action}d.`);
      return;
    }
    default:
      throw new UsageError(`key knows no ${JSON.stringify(asked.action)}.`);
  }
}
