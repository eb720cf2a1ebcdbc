import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { prepareDataVersion } from "@trace-console/sqlite/data-version";
import { OncePerTurn } from "@trace-console/sqlite/once-per-turn";
import { inTransaction, openDatabase } from "@trace-console/sqlite/open-database";
import { DatabaseFileError } from "@trace-console/sqlite/storage-failure";
import { migrations } from "./migrations.ts";

/** A statement that changes something. */
export interface WriteStatement {
  /** @returns how many rows were changed. */
  run(...values: SQLInputValue[]): number;
}

/** The file `accounts.db`, which several processes may have open. */
export class AccountsDatabase {
  /** The present moment in ms since 1970. */
  readonly clock: () => number;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** The database's own version tells of other processes only. */
  #ownWrites = 0;
  readonly #versionOfOthers: OncePerTurn<number>;

  /** @throws DatabaseFileError for a file that cannot be used, or that a later version has made. */
  constructor(file: string, clock: () => number) {
    mkdirSync(dirname(file), { recursive: true });
    this.clock = clock;
    this.#database = openDatabase(file, "PRAGMA foreign_keys = ON");
    migrate(this.#database, file);
    this.#versionOfOthers = new OncePerTurn(prepareDataVersion(this.#database));
  }

  /** Each statement is prepared once. */
  prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  prepareWrite(sql: string): WriteStatement {
    const statement = this.prepare(sql);
    return {
      run: (...values) => {
        this.#ownWrites += 1;
        return Number(statement.run(...values).changes);
      },
    };
  }

  /** Runs `work` as one transaction; see {@link inTransaction}. */
  transaction<Result>(work: () => Result): Result {
    return inTransaction(this.#database, work);
  }

  /** Changes whenever something was written, by this process or another. */
  version(): string {
    return `${this.#versionOfOthers.get()}/${this.#ownWrites}`;
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function migrate(database: DatabaseSync, file: string): void {
  const version = database.prepare("PRAGMA user_version");
  const isDone = () => {
    const done = Number(version.get()?.["user_version"]);
    if (done <= migrations.length) return done;
    database.close();
    throw new DatabaseFileError(
      `${file} was made by a later version of Trace Console: start that version, or put back a backup.`,
    );
  };
  if (isDone() === migrations.length) return;
  inTransaction(database, () => {
    for (const step of migrations.slice(isDone())) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
