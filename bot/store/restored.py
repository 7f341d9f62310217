"""What a restored backup does not know: which messages were sent after it.

A delivery in doubt is looked for before it is posted. Of a trade that the backup has, the key is known, so that
not found means not posted. A trade that it has not may have been told from another report first, and so under
another id and key: there not found means nothing, and it is left to a person.
"""

import sqlite3
from datetime import datetime

ASKED_S = 5 * 86_400.0  # older trades start no card
NEAR_S = 3600.0  # how far a feed's clock may be ahead of ours

# It can only be too early: whatever came after the backup is not in there.
KNOWN_UNTIL = """
SELECT max(
  coalesce((SELECT max(seen_at) FROM report), 0), coalesce((SELECT max(updated_at) FROM trade), 0),
  coalesce((SELECT max(max(created_at, coalesce(claimed_at, 0))) FROM delivery), 0))
"""
_NOTE = "INSERT INTO restored (at, last_trade) SELECT :at, coalesce(max(seq), 0) FROM trade"
# Whoever sent it was stopped by now, at the latest: a request of his may land for a while from here on.
_LOOK = """
UPDATE delivery SET doubt = 'look', state = 'idle', sending_at = :at
WHERE message_ref IS NULL AND state <> 'dead' AND sent_version < wanted_version
"""
_FREE = "UPDATE delivery SET state = 'idle' WHERE state = 'sending'"

# For deliveries that were just wanted. What is told of after the restore alone cannot have been posted before it.
DOUBT = f"""
UPDATE delivery SET
  sending_at = r.at,
  doubt = iif(t.seq <= r.last_trade, 'look', 'hold')
FROM (SELECT * FROM restored ORDER BY at DESC LIMIT 1) r, trade t, destination p
WHERE t.id = :trade AND p.id = :destination
  AND delivery.trade = t.seq AND delivery.destination = p.seq AND delivery.kind = :kind
  AND delivery.created_at = :now AND message_ref IS NULL AND sending_at IS NULL AND state = 'idle'
  AND :now < r.at + {ASKED_S}
  AND (:now < r.at + {NEAR_S} OR EXISTS (
    SELECT 1 FROM json_each(t.body, '$.sightings') s
    WHERE strftime('%s', json_extract(s.value, '$.published_at')) + 0 <= r.at))
"""  # noqa: S608 - constants only


def mark(db: sqlite3.Connection, now: datetime) -> int:
    """Put everything in doubt that may have been sent after the backup; returns how many deliveries.

    Args:
        db: the restored file, `isolation_level=None`, not in use yet.
        now: when it is put in place.
    """
    values = {"at": now.timestamp()}
    db.execute("BEGIN IMMEDIATE")
    db.execute(_NOTE, values)
    marked = db.execute(_LOOK, values).rowcount
    db.execute(_FREE)
    db.commit()
    return marked
