import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { explainPassword } from "@trace-console/accounts/password-rules";
import type { User, Users } from "@trace-console/accounts/users";
import { newUserSchema } from "@trace-console/contracts/administration-api";
import {
  actionsOfRole,
  allProjects,
  type Grant,
  type Role,
} from "@trace-console/contracts/permissions";
import {
  type AccountArgs,
  onlyName,
  readAccountArgs,
  say,
  withAccounts,
  writeTable,
} from "./account-command.ts";
import { UsageError } from "./usage-error.ts";

const userUsage = `Usage: npm run trace-console -- user ACTION [NAME] [options]

  list                 all users and their roles
  add NAME             a new user; without roles they may sign in, and see nothing
  roles NAME           replaces the roles of a user
  password NAME        a new password
  enable, disable NAME a disabled user may do nothing
  remove NAME          the user with their keys and sessions

  --role ROLE          readonly, full, administrator or console-administrator; may be repeated
  --project ID         where the roles hold; may be repeated; all projects unless given
  --password-stdin     reads the password from the standard input; else one is made and shown once

Whoever is changed has to sign in anew. Environment: DATA_DIR (default data).`;

const roles: Readonly<Record<string, Role>> = {
  readonly: "CTS ReadOnlyAccess",
  full: "CTS FullAccess",
  administrator: "CTS Administrator",
  "console-administrator": "Trace Console Administrator",
};

/** As what actions are recorded; those that only read are not. */
const traceNames: Readonly<Record<string, string>> = {
  add: "createUser",
  roles: "updateUser",
  password: "updateUser",
  enable: "updateUser",
  disable: "updateUser",
  remove: "deleteUser",
};

/** `trace-console user …`. @returns the exit code. */
export async function runUser(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const asked = readAccountArgs(args, {
    role: "string",
    project: "string",
    "password-stdin": "boolean",
  });
  if (asked === undefined) {
    say(userUsage);
    return 0;
  }
  const trace_name = traceNames[asked.action];
  const action = trace_name && {
    trace_name,
    resource_type: "user",
    resource_name: asked.names[0],
    command: ["user", ...args],
  };
  await withAccounts(env, action || undefined, ({ users }) => act(users, asked));
  return 0;
}

async function act(users: Users, asked: AccountArgs): Promise<void> {
  switch (asked.action) {
    case "list":
      writeTable(
        users
          .list()
          .map((user) => [
            user.name,
            describeStanding(user),
            user.grants
              .map(({ role, project_id }) =>
                project_id === allProjects ? role : `${role} in ${project_id}`,
              )
              .join(", "),
          ]),
      );
      return;
    case "add":
      await add(users, onlyName(asked, "user name"), asked);
      return;
    case "roles": {
      const name = onlyName(asked, "user name");
      refuseProviderUser(users, name);
      demandKnown(users.setGrants(name, readGrants(asked)), name);
      say(`${name} has new roles.`);
      return;
    }
    case "password": {
      const name = onlyName(asked, "user name");
      refuseProviderUser(users, name);
      const grants = users.find(name)?.grants ?? [];
      const chosen = await choosePassword(asked, name, grants);
      demandKnown(await users.setPassword(name, chosen.password), name);
      say(`${name} has a new password${chosen.told}.`);
      return;
    }
    case "enable":
    case "disable": {
      const name = onlyName(asked, "user name");
      demandKnown(users.setDisabled(name, asked.action === "disable"), name);
      say(`${name} is ${asked.action}d.`);
      return;
    }
    case "remove": {
      const name = onlyName(asked, "user name");
      demandKnown(users.remove(name), name);
      say(`${name} is removed.`);
      return;
    }
    default:
      throw new UsageError(`user knows no ${JSON.stringify(asked.action)}.`);
  }
}

function describeStanding({ isDisabled, isFromProvider }: User): string {
  const standing: string[] = [];
  if (isDisabled) standing.push("disabled");
  if (isFromProvider) standing.push("identity provider");
  return standing.join(", ");
}

async function add(users: Users, name: string, asked: AccountArgs): Promise<void> {
  const grants = readGrants(asked);
  const chosen = await choosePassword(asked, name, grants);
  const user = newUserSchema.safeParse({ name, password: chosen.password, grants });
  if (!user.success) throw new UsageError(`${user.error.issues[0]?.message ?? "not a user"}.`);
  if (!(await users.add(name, chosen.password, grants))) {
    throw new UsageError(`There is a user ${name} already.`);
  }
  say(`${name} is added${chosen.told}.`);
}

function readGrants(asked: AccountArgs): Grant[] {
  const projects = asked.isSet("project") ? asked.list("project") : [allProjects];
  return asked.list("role").flatMap((name) => {
    const role = roles[name];
    if (role === undefined) {
      throw new UsageError(`--role is one of ${Object.keys(roles).join(", ")}.`);
    }
    const where = role === "Trace Console Administrator" ? [allProjects] : projects;
    return where.map((project_id) => ({ role, project_id }));
  });
}

async function choosePassword(asked: AccountArgs, name: string, grants: readonly Grant[]) {
  if (!asked.isSet("password-stdin")) {
    const password = randomBytes(15).toString("base64url");
    return { password, told: `, with the password ${password} — it is shown only this once` };
  }
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  const isAdministrator = grants.some(({ role }) => actionsOfRole[role].includes("tc:user:manage"));
  const problem = explainPassword(password, name, isAdministrator);
  if (problem !== undefined) throw new UsageError(problem);
  return { password, told: "" };
}

function demandKnown(isKnown: boolean, name: string): void {
  if (!isKnown) throw new UsageError(`There is no user ${name}.`);
}

function refuseProviderUser(users: Users, name: string): void {
  if (users.find(name)?.isFromProvider !== true) return;
  throw new UsageError(
    `${name} signs in at the identity provider, which gives the roles and has the password.`,
  );
}
