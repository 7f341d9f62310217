-- What the managers of a chat's servers subscribed. Destinations of the configuration file are not here.
CREATE TABLE subscription (
  destination TEXT PRIMARY KEY,
  platform    TEXT NOT NULL,
  server      TEXT NOT NULL,
  body        TEXT NOT NULL,          -- JSON: the whole destination
  changed_by  TEXT NOT NULL,          -- the member's id
  changed_at  REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX subscription_server ON subscription (platform, server);

-- Who besides its administrators may manage a server's alerts.
CREATE TABLE server (
  platform     TEXT NOT NULL,
  id           TEXT NOT NULL,
  manager_role TEXT NOT NULL,
  PRIMARY KEY (platform, id)
) STRICT, WITHOUT ROWID;
