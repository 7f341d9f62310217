-- The trades that a channel is shown in one message, after its quiet hours. Their deliveries keep versions of their
-- own; the message is posted, found again and kept true under the key of the carrier, the first of them.
CREATE TABLE digest (
  destination INTEGER NOT NULL REFERENCES destination (seq),
  trade       INTEGER NOT NULL REFERENCES trade (seq),
  carrier     INTEGER NOT NULL REFERENCES trade (seq),
  PRIMARY KEY (destination, trade)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_carrier ON digest (destination, carrier);
