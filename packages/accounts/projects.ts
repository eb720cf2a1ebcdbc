import type { Project } from "@trace-console/contracts/console-api";
import type { AccountsDatabase } from "./accounts-database.ts";

const columns = "project_id, name, region, domain_id";

/** The projects that are registered. */
export class Projects {
  readonly #database: AccountsDatabase;

  constructor(database: AccountsDatabase) {
    this.#database = database;
  }

  /** Registers a project; one that is known stays as it is, but learns a missing domain id. */
  register(project: Project): Project {
    const { project_id, name, region, domain_id } = project;
    const insert = this.#database.prepareWrite("INSERT OR IGNORE INTO project VALUES (?, ?, ?, ?)");
    const learn = this.#database.prepareWrite(
      "UPDATE project SET domain_id = ? WHERE project_id = ? AND domain_id IS NULL",
    );
    insert.run(project_id, name, region, domain_id ?? null);
    if (domain_id !== undefined) learn.run(domain_id, project_id);
    return this.find(project_id) ?? project;
  }

  find(project_id: string): Project | undefined {
    const one = this.#database.prepare(`SELECT ${columns} FROM project WHERE project_id = ?`);
    return parseProject(one.get(project_id));
  }

  findByName(name: string): Project | undefined {
    const one = this.#database.prepare(
      `SELECT ${columns} FROM project WHERE name = ? ORDER BY project_id`,
    );
    return parseProject(one.get(name));
  }

  /** All of them, in the order in which they were registered. */
  listByAge(): Project[] {
    const all = this.#database.prepare(`SELECT ${columns} FROM project ORDER BY rowid`);
    return all.all().flatMap((row) => parseProject(row) ?? []);
  }

  /** All of them, by region. */
  list(): Project[] {
    const all = this.#database.prepare(
      `SELECT ${columns} FROM project ORDER BY region, name, project_id`,
    );
    return all.all().flatMap((row) => parseProject(row) ?? []);
  }
}

function parseProject(row: Record<string, unknown> | undefined): Project | undefined {
  if (row === undefined) return undefined;
  const { project_id, name, region, domain_id } = row;
  return {
    project_id: String(project_id),
    name: String(name),
    region: String(region),
    ...(typeof domain_id === "string" ? { domain_id } : {}),
  };
}
