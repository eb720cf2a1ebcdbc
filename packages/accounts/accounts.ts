import { createHash, randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { SQLInputValue } from "node:sqlite";
import type { Project } from "@trace-console/contracts/console-api";
import { OncePerTurn } from "@trace-console/sqlite/once-per-turn";
import { openDatabase } from "@trace-console/sqlite/open-database";
import { hashPassword, verifyPassword } from "./password.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS project (
    project_id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, domain_id TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS user (
    name TEXT PRIMARY KEY, password TEXT NOT NULL, reads_all INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS project_reader (
    user TEXT NOT NULL REFERENCES user (name), project_id TEXT NOT NULL REFERENCES project (project_id),
    PRIMARY KEY (user, project_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS session (
    token_hash BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES user (name),
    created INTEGER NOT NULL, last_seen INTEGER NOT NULL
  ) STRICT;
`;

/** A session ends after 30 minutes without a request, and after 12 hours in any case (ASVS 7.3). */
const idleMs = 30 * 60_000;
const absoluteMs = 12 * 3_600_000;
/** `last_seen` is written no more often than this, so that reading does not become writing. */
const touchMs = 60_000;

/** A session that goes on. */
export interface LiveSession {
  readonly user: string;
  /** It must be looked up again after this moment, ms since 1970. */
  readonly until: number;
}

export type Accounts = ReturnType<typeof openAccounts>;

/**
 * Opens `accounts.db`: users, the projects they may read, and their sessions. Several processes may
 * open it; created if absent.
 *
 * @param options.clock the present moment in ms since 1970.
 */
export function openAccounts(options: { readonly file: string; readonly clock: () => number }) {
  mkdirSync(dirname(options.file), { recursive: true });
  const database = openDatabase(options.file, schema);
  const { clock } = options;
  const prepare = (sql: string) => database.prepare(sql);
  // The database's own version tells of other processes only.
  let ownWrites = 0;
  const prepareWrite = (sql: string) => {
    const statement = prepare(sql);
    return {
      run(...values: SQLInputValue[]) {
        ownWrites += 1;
        return statement.run(...values);
      },
    };
  };
  const projectColumns = "project_id, name, region, domain_id";
  const statements = {
    insertProject: prepareWrite("INSERT OR IGNORE INTO project VALUES (?, ?, ?, ?)"),
    setDomain: prepareWrite(
      "UPDATE project SET domain_id = ? WHERE project_id = ? AND domain_id IS NULL",
    ),
    project: prepare(`SELECT ${projectColumns} FROM project WHERE project_id = ?`),
    projectByName: prepare(
      `SELECT ${projectColumns} FROM project WHERE name = ? ORDER BY project_id`,
    ),
    projects: prepare(`SELECT ${projectColumns} FROM project ORDER BY region, name, project_id`),
    projectsOf: prepare(
      `SELECT ${projectColumns} FROM project
       WHERE EXISTS (SELECT 1 FROM user WHERE user.name = ?1 AND reads_all = 1)
          OR project_id IN (SELECT project_id FROM project_reader WHERE user = ?1)
       ORDER BY region, name, project_id`,
    ),
    users: prepare("SELECT count(*) AS users FROM user"),
    insertFirstUser: prepareWrite(
      "INSERT INTO user SELECT ?, ?, 1 WHERE NOT EXISTS (SELECT 1 FROM user)",
    ),
    upsertUser: prepareWrite(
      `INSERT INTO user VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET password = excluded.password, reads_all = excluded.reads_all`,
    ),
    grant: prepareWrite("INSERT OR IGNORE INTO project_reader VALUES (?, ?)"),
    password: prepare("SELECT password FROM user WHERE name = ?"),
    insertSession: prepareWrite("INSERT INTO session VALUES (?, ?, ?, ?)"),
    session: prepare("SELECT user, created, last_seen FROM session WHERE token_hash = ?"),
    touchSession: prepareWrite("UPDATE session SET last_seen = ? WHERE token_hash = ?"),
    deleteSession: prepareWrite("DELETE FROM session WHERE token_hash = ?"),
    deleteOld: prepareWrite("DELETE FROM session WHERE created < ? OR last_seen < ?"),
  };
  const dataVersion = prepare("PRAGMA data_version");
  // Every request asks, and rows as arrays take half the time.
  dataVersion.setReturnArrays(true);
  const versionOfOthers = new OncePerTurn(() => JSON.stringify(dataVersion.get()));
  const hashOf = (token: string) => createHash("sha256").update(token).digest();

  return {
    /** Registers a project; one that is known stays as it is, but learns a missing domain id. */
    registerProject(project: Project): Project {
      const { project_id, name, region, domain_id } = project;
      statements.insertProject.run(project_id, name, region, domain_id ?? null);
      if (domain_id !== undefined) statements.setDomain.run(domain_id, project_id);
      return parseProject(statements.project.get(project_id)) ?? project;
    },
    findProject: (project_id: string): Project | undefined =>
      parseProject(statements.project.get(project_id)),
    findProjectByName: (name: string): Project | undefined =>
      parseProject(statements.projectByName.get(name)),

    /** All projects that are registered. */
    listProjects: (): Project[] =>
      statements.projects.all().flatMap((row) => parseProject(row) ?? []),

    hasUsers: (): boolean => Number(statements.users.get()?.["users"]) > 0,
    /**
     * Creates or replaces a user.
     * @param reads.projects the projects that the user may read: `"all"`, or their ids.
     */
    async setUser(
      name: string,
      password: string,
      reads: { readonly projects: "all" | readonly string[] },
    ): Promise<void> {
      const hash = await hashPassword(password);
      statements.upsertUser.run(name, hash, reads.projects === "all" ? 1 : 0);
      if (reads.projects === "all") return;
      for (const project_id of reads.projects) statements.grant.run(name, project_id);
    },
    /**
     * Creates a user who may read all projects, unless there is any user already.
     * @returns whether the user was created.
     */
    async addFirstUser(name: string, password: string): Promise<boolean> {
      const hash = await hashPassword(password);
      return statements.insertFirstUser.run(name, hash).changes === 1;
    },
    /** The projects that a user may read. */
    projectsOf: (user: string): Project[] =>
      statements.projectsOf.all(user).flatMap((row) => parseProject(row) ?? []),

    /**
     * Signs a user in.
     * @returns the token of a new session, or undefined for a wrong password or an unknown user
     * alike. Rejects with TooBusyError when too many sign-ins wait.
     */
    async signIn(user: string, password: string): Promise<string | undefined> {
      const hash = statements.password.get(user)?.["password"];
      const isRight = await verifyPassword(password, typeof hash === "string" ? hash : undefined);
      if (!isRight) return undefined;
      const token = randomBytes(32).toString("base64url");
      const now = clock();
      statements.deleteOld.run(now - absoluteMs, now - idleMs);
      statements.insertSession.run(hashOf(token), user, now, now);
      return token;
    },
    /**
     * Changes whenever something was written here, by this process or another: until then, and
     * until its `until`, whatever {@link findSession} found holds.
     */
    version: (): string => `${versionOfOthers.get()}/${ownWrites}`,
    /** The session of a token, undefined when there is none or it has ended. */
    findSession(token: string): LiveSession | undefined {
      const hash = hashOf(token);
      const row = statements.session.get(hash);
      if (row === undefined) return undefined;
      const now = clock();
      const created = Number(row["created"]);
      const lastSeen = Number(row["last_seen"]);
      if (created < now - absoluteMs || lastSeen < now - idleMs) {
        statements.deleteSession.run(hash);
        return undefined;
      }
      if (lastSeen < now - touchMs) {
        try {
          statements.touchSession.run(now, hash);
        } catch {
          // A full disk must keep nobody from reading: the session only ends sooner.
        }
      }
      return {
        user: String(row["user"]),
        until: Math.min(created + absoluteMs, lastSeen + touchMs),
      };
    },
    signOut(token: string): void {
      statements.deleteSession.run(hashOf(token));
    },

    close(): void {
      if (database.isOpen) database.close();
    },
  };
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
