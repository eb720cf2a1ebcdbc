import type { DatabaseSync } from "node:sqlite";
import { type Configuration, configurationSchema } from "@trace-console/contracts/tracker-api";

/** What each project has set for its reporting. */
export class Configurations {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  of(project_id: string): Configuration {
    const row = this.#database
      .prepare("SELECT settings FROM configuration WHERE project_id = ?")
      .get(project_id);
    return configurationSchema.parse(JSON.parse(String(row?.["settings"] ?? "{}")));
  }

  set(project_id: string, settings: Configuration): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO configuration VALUES (?, ?)")
      .run(project_id, JSON.stringify(settings));
  }
}
