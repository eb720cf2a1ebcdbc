import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { ConfigError, type DataConfig, readDataConfig } from "@trace-console/contracts/data-config";
import { type Endpoints, endpointsSchema } from "@trace-console/contracts/notification-api";
import { z } from "zod";

export interface ServerConfig extends DataConfig {
  /** Addresses, or ranges of them, of the proxies whose word about the client is believed. */
  readonly trustedProxies: readonly string[];
  /** Where notifications go, by their topics and functions. */
  readonly endpoints: Endpoints;
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
 * `DATA_DIR`, `RETENTION_DAYS`, `TRUSTED_PROXIES`, addresses or CIDR ranges with commas between, and
 * `NOTIFICATION_ENDPOINTS`, the path of a JSON file. Empty values count as absent.
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
  return {
    ...readDataConfig(env),
    host: env["HOST"] || "127.0.0.1",
    port: port.data,
    trustedProxies: readProxies(env["TRUSTED_PROXIES"] ?? ""),
    endpoints: readEndpoints(env["NOTIFICATION_ENDPOINTS"] || undefined),
  };
}

function readProxies(text: string): string[] {
  const proxies = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  for (const proxy of proxies) {
    const [address = "", bits = "0", ...more] = proxy.split("/");
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || more.length > 0) {
      throw new ConfigError(
        `TRUSTED_PROXIES must be addresses or ranges such as 127.0.0.1, 10.0.0.0/8, not ${JSON.stringify(proxy)}.`,
      );
    }
  }
  return proxies;
}

function readEndpoints(file: string | undefined): Endpoints {
  if (file === undefined) return {};
  const parsed = endpointsSchema.safeParse(readJsonFile(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConfigError(
    `NOTIFICATION_ENDPOINTS must name a JSON file such as {"urn:smn:REGION:PROJECT:NAME": {"url": "https://…", "secret": "16 characters or more"}}; of ${file}, ${issue?.path.join(" ") || "the whole"} is not: ${issue?.message ?? ""}.`,
  );
}

function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`NOTIFICATION_ENDPOINTS must name a JSON file: ${reason}.`);
  }
}
