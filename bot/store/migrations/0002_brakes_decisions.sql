-- What holds every new card. A row stays when it is released: its reason is NULL then, and `since` says when.
CREATE TABLE brake (
  name   TEXT PRIMARY KEY CHECK (name IN ('pause', 'flood')),
  since  REAL NOT NULL,
  reason TEXT
) STRICT, WITHOUT ROWID;

-- What was decided on the report's deals, oldest first: JSON, kept when the item is edited.
ALTER TABLE report ADD COLUMN decisions TEXT;

-- Since when nothing but a brake holds a new card of the trade.
ALTER TABLE trade ADD COLUMN held_since REAL;
CREATE INDEX trade_held ON trade (held_since) WHERE held_since IS NOT NULL;

CREATE INDEX delivery_started ON delivery (created_at) WHERE kind = 'card';

-- Where only a last name is printed, the trade is looked for by it.
INSERT OR IGNORE INTO trade_player (name_key, trade)
  SELECT '~' || replace(name_key, rtrim(name_key, replace(name_key, ' ', '')), ''), trade
  FROM trade_player;

-- As before, but that no first card is sent while alerts are paused. What was posted is edited, and a notice is
-- sent, all the same; neither waits for a card that the pause keeps back, but for its own.
DROP VIEW delivery_ready;
CREATE VIEW delivery_ready AS
  SELECT d.*, l.epoch AS lane_epoch, p.id AS destination_id, p.paused_until
  FROM delivery d
  JOIN lane l ON l.id = d.lane
  JOIN destination p ON p.seq = d.destination
  WHERE d.sent_version < d.wanted_version AND d.state <> 'dead'
    AND (d.state = 'idle' OR d.epoch < l.epoch)
    AND p.active
    AND (d.message_ref IS NOT NULL OR d.kind <> 'card'
      OR NOT EXISTS (SELECT 1 FROM brake WHERE name = 'pause' AND reason IS NOT NULL))
    AND (d.message_ref IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM delivery e
      WHERE e.destination = d.destination AND e.message_ref IS NULL AND e.state <> 'dead'
        AND (e.trade, e.kind) < (d.trade, d.kind)
        AND (e.trade = d.trade OR e.kind <> 'card'
          OR NOT EXISTS (SELECT 1 FROM brake WHERE name = 'pause' AND reason IS NOT NULL))));
