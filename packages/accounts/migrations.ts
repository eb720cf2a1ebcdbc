/**
 * The layouts of `accounts.db`, each as the statements that make it of the one before;
 * `PRAGMA user_version` counts those that were run.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS project (
     project_id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, domain_id TEXT
   ) STRICT;
   CREATE TABLE IF NOT EXISTS user (
     name TEXT PRIMARY KEY, password TEXT NOT NULL, reads_all INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE IF NOT EXISTS project_reader (
     user TEXT NOT NULL REFERENCES user (name), project_id TEXT NOT NULL REFERENCES project (project_id),
     PRIMARY KEY (user, project_id)
   ) STRICT, WITHOUT ROWID;`,

  // Roles take the place of "reads all" and "reads these"; everybody signs in anew.
  `CREATE TABLE role_grant (
     user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
     role TEXT NOT NULL, project_id TEXT NOT NULL,
     PRIMARY KEY (user, role, project_id)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO role_grant SELECT name, 'CTS Administrator', '*' FROM user WHERE reads_all = 1;
   INSERT INTO role_grant SELECT name, 'Trace Console Administrator', '*' FROM user WHERE reads_all = 1;
   INSERT INTO role_grant SELECT user, 'CTS ReadOnlyAccess', project_id FROM project_reader;
   DROP TABLE project_reader;
   DROP TABLE IF EXISTS session;
   ALTER TABLE user DROP COLUMN reads_all;
   ALTER TABLE user ADD COLUMN is_disabled INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE user ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE session (
     token_hash BLOB PRIMARY KEY, session_id TEXT NOT NULL UNIQUE,
     user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
     created INTEGER NOT NULL, last_seen INTEGER NOT NULL,
     address TEXT NOT NULL, user_agent TEXT NOT NULL
   ) STRICT;
   CREATE INDEX session_of_user ON session (user);
   CREATE TABLE access_key (
     access_key_id TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
     sealed_secret BLOB NOT NULL, description TEXT NOT NULL,
     is_disabled INTEGER NOT NULL, created INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE token (
     token_hash BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
     project_id TEXT, domain_id TEXT, created INTEGER NOT NULL, expires INTEGER NOT NULL
   ) STRICT;`,

  // Users who sign in at an identity provider; their password is empty, which no password fits.
  `CREATE TABLE provider_user (
     issuer TEXT NOT NULL, subject TEXT NOT NULL,
     user TEXT NOT NULL UNIQUE REFERENCES user (name) ON DELETE CASCADE,
     PRIMARY KEY (issuer, subject)
   ) STRICT, WITHOUT ROWID;`,

  // Saved views go with their owner: a later user of the same name must not find them.
  `CREATE TABLE saved_view (
     view_id TEXT PRIMARY KEY, project_id TEXT NOT NULL,
     owner TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
     name TEXT NOT NULL, is_shared INTEGER NOT NULL, state TEXT NOT NULL,
     UNIQUE (owner, project_id, name)
   ) STRICT;
   CREATE INDEX saved_view_of_project ON saved_view (project_id, name);`,
];
