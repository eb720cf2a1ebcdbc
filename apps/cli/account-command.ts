import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Accounts, openAccounts } from "@trace-console/accounts/accounts";
import { readDataConfig } from "@trace-console/contracts/data-config";
import { recordAction, type RecordedAction } from "./record-action.ts";
import { UsageError } from "./usage-error.ts";

/** What follows the name of a command about accounts: `add ann --role readonly`. */
export interface AccountArgs {
  readonly action: string;
  readonly names: readonly string[];
  /** The values of an option that may be repeated, in their order. */
  readonly list: (option: string) => readonly string[];
  readonly isSet: (option: string) => boolean;
}

/**
 * Reads the arguments of a command about accounts.
 *
 * @param options their names, and whether they take a value.
 * @returns undefined when help is asked for.
 */
export function readAccountArgs(
  args: readonly string[],
  options: Readonly<Record<string, "string" | "boolean">>,
): AccountArgs | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        Object.entries(options).map(([name, type]) => [name, { type, multiple: true } as const]),
      ),
      help: { type: "boolean", short: "h", multiple: true },
    },
  });
  const valuesOf = (name: string): readonly unknown[] => {
    const given: unknown = Reflect.get(values, name);
    return Array.isArray(given) ? given : [];
  };
  if (valuesOf("help").length > 0) return undefined;
  const [action, ...names] = positionals;
  if (action === undefined) throw new UsageError("Say what to do: list, for one.");
  return {
    action,
    names,
    list: (option) => valuesOf(option).map(String),
    isSet: (option) => valuesOf(option).length > 0,
  };
}

/** The one name that an action needs. @throws UsageError without it, or with more. */
export function onlyName({ action, names }: AccountArgs, what: string): string {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) throw new UsageError(`${action} needs one ${what}.`);
  return name;
}

/**
 * Opens the accounts in `DATA_DIR` for `work`; the server may run beside it.
 *
 * @param action as what the work is recorded when it is done; undefined: it only reads.
 */
export async function withAccounts(
  env: Readonly<Record<string, string | undefined>>,
  action: RecordedAction | undefined,
  work: (accounts: Accounts) => Promise<void> | void,
): Promise<void> {
  const config = readDataConfig(env);
  const accounts = openAccounts({ file: join(config.dataDir, "accounts.db"), clock: Date.now });
  try {
    await work(accounts);
    if (action !== undefined) await recordAction(config, accounts, action);
  } finally {
    accounts.close();
  }
}

/** Writes rows below each other, in columns. */
export function writeTable(rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, index) => Math.max(known[index] ?? 0, cell.length)),
    [],
  );
  for (const row of rows) {
    const cells = row.map((cell, index) => cell.padEnd(widths[index] ?? 0));
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
