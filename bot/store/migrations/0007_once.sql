-- What counts once until its time is over: signatures of requests, ids of events, states of installations.
CREATE TABLE once (
  kind  TEXT NOT NULL,
  id    TEXT NOT NULL,
  until REAL NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX once_until ON once (until);
