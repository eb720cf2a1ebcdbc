import { isIP } from "node:net";
import { ConfigError, type DataConfig, readDataConfig } from "@trace-console/contracts/data-config";
import { type Endpoints, endpointsSchema } from "@trace-console/contracts/notification-api";
import { z } from "zod";
import { type OidcSettings, oidcSettingsSchema } from "./oidc/oidc-settings.ts";
import { readSettingsFile } from "./settings-file.ts";

const endpointsExample =
  '{"urn:smn:REGION:PROJECT:NAME": {"url": "https://…", "secret": "16 characters or more"}}';
const oidcExample =
  '{"issuer": "https://login.example", "client_id": "…", "client_secret": "…", "name": "Example AG", "public_url": "https://traces.example"}';

export interface ServerConfig extends DataConfig {
  /** Addresses, or ranges of them, of the proxies whose word about the client is believed. */
  readonly trustedProxies: readonly string[];
  /** Where notifications go, by their topics and functions. */
  readonly endpoints: Endpoints;
  /** The identity provider at which people may sign in, if there is one. */
  readonly oidc: OidcSettings | undefined;
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
 * `NOTIFICATION_ENDPOINTS` and `OIDC_SETTINGS`, the paths of JSON files. Empty values count as
 * absent.
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
    endpoints: readEndpoints(env["NOTIFICATION_ENDPOINTS"] ?? ""),
    oidc: readOidcSettings(env["OIDC_SETTINGS"] ?? ""),
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

function readEndpoints(file: string): Endpoints {
  if (file === "") return {};
  return readSettingsFile("NOTIFICATION_ENDPOINTS", file, endpointsSchema, endpointsExample);
}

function readOidcSettings(file: string): OidcSettings | undefined {
  if (file === "") return undefined;
  return readSettingsFile("OIDC_SETTINGS", file, oidcSettingsSchema, oidcExample);
}
