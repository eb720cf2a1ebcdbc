import { z } from "zod";

/** Where the data lies and how long traces are kept: what every program that opens it must agree on. */
export interface DataConfig {
  /** Folder of all data, as given: relative to the folder in which the program was started. */
  readonly dataDir: string;
  /** Whole days. */
  readonly retentionDays: number;
}

/** An environment variable has a value that cannot be used; the message names both. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConfigError";
  }
}

const dataConfigSchema = z.object({
  DATA_DIR: z.string().default("data"),
  // Seven days as in CTS; a hundred years are for archives.
  RETENTION_DAYS: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(36_500))
    .default(7),
});

const expected: Readonly<Record<string, string>> = {
  DATA_DIR: "a folder",
  RETENTION_DAYS: "a whole number of days from 1 to 36500",
};

/**
 * Reads `DATA_DIR` (default `data`) and `RETENTION_DAYS` (default 7) from the environment; an empty
 * value counts as absent.
 *
 * @throws ConfigError for a value that cannot be used.
 */
export function readDataConfig(env: Readonly<Record<string, string | undefined>>): DataConfig {
  const parsed = dataConfigSchema.safeParse({
    DATA_DIR: env["DATA_DIR"] || undefined,
    RETENTION_DAYS: env["RETENTION_DAYS"] || undefined,
  });
  if (parsed.success) {
    return { dataDir: parsed.data.DATA_DIR, retentionDays: parsed.data.RETENTION_DAYS };
  }
  const name = String(parsed.error.issues[0]?.path[0] ?? "the environment");
  throw new ConfigError(
    `${name} must be ${expected[name] ?? "valid"}, not ${JSON.stringify(env[name])}.`,
  );
}
