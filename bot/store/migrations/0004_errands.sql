-- What follows a card that stands: its thread, its publishing. It is written with the card's acknowledgement, and kept
-- when it is done, since platforms allow only so many an hour.
CREATE TABLE errand (
  destination INTEGER NOT NULL REFERENCES destination (seq),
  trade       INTEGER NOT NULL REFERENCES trade (seq),
  kind        TEXT    NOT NULL,       -- of the delivery
  what        TEXT    NOT NULL,       -- in the words of the platform's adapter
  text        TEXT    NOT NULL,       -- what it needs to know
  since       REAL    NOT NULL,       -- when the card was shown
  due         REAL    NOT NULL,       -- not before this time
  tries       INTEGER NOT NULL DEFAULT 0,
  done_at     REAL,                   -- NULL: it is owed
  PRIMARY KEY (destination, trade, kind, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX errand_owed ON errand (due) WHERE done_at IS NULL;
CREATE INDEX errand_done ON errand (destination, what, done_at) WHERE done_at IS NOT NULL;

-- A ban and a global limit hold for whoever takes the lane next.
ALTER TABLE lane ADD COLUMN rests_until REAL;
