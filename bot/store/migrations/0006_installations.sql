-- The workspaces of a chat that installed the app for themselves, each with the tokens it gave.
CREATE TABLE installation (
  platform     TEXT NOT NULL,
  server       TEXT NOT NULL,
  sealed       BLOB NOT NULL,         -- encrypted by the key of the configuration
  installed_at REAL NOT NULL,
  PRIMARY KEY (platform, server)
) STRICT, WITHOUT ROWID;
