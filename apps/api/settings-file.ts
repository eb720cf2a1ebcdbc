import { readFileSync } from "node:fs";
import { ConfigError } from "@trace-console/contracts/data-config";
import type { z } from "zod";

/**
 * Reads the JSON file that an environment variable names.
 *
 * @param variable the name of the variable.
 * @param example of what the file holds, for who has to write it.
 * @throws ConfigError for a file that cannot be read or holds something else.
 */
export function readSettingsFile<Schema extends z.ZodType>(
  variable: string,
  file: string,
  schema: Schema,
  example: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(readJsonFile(variable, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConfigError(
    `${variable} must name a JSON file such as ${example}; of ${file}, ${issue?.path.join(" ") || "the whole"} is not: ${issue?.message ?? ""}.`,
  );
}

function readJsonFile(variable: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${variable} must name a JSON file: ${reason}.`);
  }
}
