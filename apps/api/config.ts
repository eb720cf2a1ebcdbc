import { ConfigError, type DataConfig, readDataConfig } from "@trace-console/contracts/data-config";
import { z } from "zod";

export interface ServerConfig extends DataConfig {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535));

/**
 * Reads the configuration from the environment: `HOST` (default 127.0.0.1), `PORT` (default 8080),
 * `DATA_DIR` and `RETENTION_DAYS`. Empty values count as absent.
 *
 * @throws ConfigError for a value that cannot be used.
 */
export function readServerConfig(env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const port = portSchema.safeParse(env["PORT"] || "8080");
  if (!port.success) {
    throw new ConfigError(
      `PORT must be a number from 0 to 65535, not ${JSON.stringify(env["PORT"])}.`,
    );
  }
  return { ...readDataConfig(env), host: env["HOST"] || "127.0.0.1", port: port.data };
}
