-- Times are seconds since 1970 in UTC; days are ISO dates.

-- A row exists once the feed's baseline was taken.
CREATE TABLE feed (
  name          TEXT PRIMARY KEY,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  baselined_at  REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything that was ever seen. A report without a deal keeps only its identity: the columns from `kind` on are NULL.
CREATE TABLE report (
  feed         TEXT NOT NULL,
  id           TEXT NOT NULL,
  content      BLOB NOT NULL,         -- digest: an edited item has another
  published_at REAL NOT NULL,
  seen_at      REAL NOT NULL,         -- when it was first seen
  kind         TEXT,
  title        TEXT,
  text         TEXT,
  url          TEXT,
  deals        TEXT,                  -- JSON
  PRIMARY KEY (feed, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected (
  feed    TEXT NOT NULL,
  content BLOB NOT NULL,              -- digest: a broken item that stays in the feed is one row
  raw     TEXT NOT NULL,
  problem TEXT NOT NULL,
  seen_at REAL NOT NULL,              -- when it was last seen
  PRIMARY KEY (feed, content)
) STRICT;
CREATE INDEX rejected_by_time ON rejected (feed, seen_at);

CREATE TABLE trade (
  seq        INTEGER PRIMARY KEY,     -- order of detection
  id         TEXT NOT NULL UNIQUE,
  version    INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  status     TEXT NOT NULL,
  traded_on  TEXT NOT NULL,
  updated_at REAL NOT NULL,
  quiet      INTEGER NOT NULL,
  body       TEXT NOT NULL            -- JSON: the whole trade
) STRICT;
CREATE INDEX trade_by_day ON trade (traded_on, seq);

CREATE TABLE trade_version (
  trade   INTEGER NOT NULL REFERENCES trade (seq),
  version INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  at      REAL NOT NULL,
  body    TEXT NOT NULL,
  PRIMARY KEY (trade, version)
) STRICT, WITHOUT ROWID;

-- How a deal finds the trades that it may belong to.
CREATE TABLE trade_player (
  name_key TEXT NOT NULL,
  trade    INTEGER NOT NULL REFERENCES trade (seq),
  PRIMARY KEY (name_key, trade)
) STRICT, WITHOUT ROWID;
CREATE INDEX trade_player_trade ON trade_player (trade);

CREATE TABLE trade_club (
  club  TEXT NOT NULL,
  trade INTEGER NOT NULL REFERENCES trade (seq),
  PRIMARY KEY (club, trade)
) STRICT, WITHOUT ROWID;
CREATE INDEX trade_club_trade ON trade_club (trade);

CREATE TABLE lane (
  id    TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL DEFAULT 0    -- raised by each new holder
) STRICT, WITHOUT ROWID;

CREATE TABLE destination (
  seq          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  platform     TEXT NOT NULL,
  channel      TEXT NOT NULL,
  lane         TEXT NOT NULL REFERENCES lane (id),
  active       INTEGER NOT NULL DEFAULT 1,
  paused_until REAL,
  pause_reason TEXT
) STRICT;

CREATE TABLE delivery (
  trade          INTEGER NOT NULL REFERENCES trade (seq),
  destination    INTEGER NOT NULL REFERENCES destination (seq),
  kind           TEXT    NOT NULL,    -- names sort in posting order
  wanted_version INTEGER NOT NULL,    -- what the destination should show
  sent_version   INTEGER NOT NULL DEFAULT 0,   -- what it surely shows
  message_ref    TEXT,                -- how to find the posted message; NULL = not posted, or removed again
  state          TEXT    NOT NULL DEFAULT 'idle' CHECK (state IN ('idle', 'sending', 'dead')),
  lane           TEXT    NOT NULL REFERENCES lane (id),
  epoch          INTEGER NOT NULL DEFAULT 0,   -- holder that claimed it last
  attempts       INTEGER NOT NULL DEFAULT 0,   -- since the last success
  edits          INTEGER NOT NULL DEFAULT 0,
  due            REAL    NOT NULL,    -- not before this time
  claimed_at     REAL,                -- latest try
  sending_at     REAL,                -- FIRST try whose outcome is still unknown
  failing_since  REAL,                -- first failure since the last success
  created_at     REAL    NOT NULL,
  last_error     TEXT,
  PRIMARY KEY (trade, destination, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_due ON delivery (lane, due)
  WHERE sent_version < wanted_version AND state <> 'dead';
CREATE INDEX delivery_open ON delivery (destination, due)
  WHERE sent_version < wanted_version AND state <> 'dead';
CREATE INDEX delivery_first ON delivery (destination, trade, kind)
  WHERE message_ref IS NULL AND state <> 'dead';

-- What a lane's holder may send, but for the time and for pauses. A first post waits for the earlier first posts
-- of its destination; edits neither wait nor block; rows of a fenced holder are free at once.
CREATE VIEW delivery_ready AS
  SELECT d.*, l.epoch AS lane_epoch, p.id AS destination_id, p.paused_until
  FROM delivery d
  JOIN lane l ON l.id = d.lane
  JOIN destination p ON p.seq = d.destination
  WHERE d.sent_version < d.wanted_version AND d.state <> 'dead'
    AND (d.state = 'idle' OR d.epoch < l.epoch)
    AND p.active
    AND (d.message_ref IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM delivery e
      WHERE e.destination = d.destination AND e.message_ref IS NULL AND e.state <> 'dead'
        AND (e.trade, e.kind) < (d.trade, d.kind)));
