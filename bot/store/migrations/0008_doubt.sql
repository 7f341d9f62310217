-- When a backup was put in place, and the last trade that it knew: what was sent in between is not known.
CREATE TABLE restored (
  at         REAL PRIMARY KEY,
  last_trade INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Of a delivery that may have been sent after the backup. 'look': post it if it is not found; 'hold': leave it to a
-- person then, since the trade may have gone by another name.
ALTER TABLE delivery ADD COLUMN doubt TEXT CHECK (doubt IN ('look', 'hold'));

CREATE INDEX delivery_dead ON delivery (destination, trade, kind) WHERE state = 'dead';
