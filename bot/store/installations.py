"""What servers handed over when they installed the app, in SQLite, sealed."""

from collections.abc import Sequence
from datetime import datetime

from bot.store.db import Database
from bot.store.seal import Seal

_SAVE = """
INSERT INTO installation (platform, server, sealed, installed_at)
VALUES (:platform, :server, :sealed, :now)
ON CONFLICT (platform, server) DO UPDATE SET sealed = :sealed, installed_at = :now
"""
# Whoever installs again has mended what shut us out: nothing waits for the next look.
_UNPAUSE = """
UPDATE destination SET paused_until = NULL
WHERE id IN (SELECT destination FROM subscription WHERE platform = :platform AND server = :server)
"""
_RENEW = """
UPDATE installation SET sealed = :sealed WHERE platform = :platform AND server = :server
"""
_FORGET = """
DELETE FROM installation WHERE platform = :platform AND server = :server RETURNING server
"""


class SqliteInstallations:
    """`Installations` of one platform on the one SQLite file."""

    def __init__(self, db: Database, platform: str, seal: Seal) -> None:
        self._db, self._platform, self._seal = db, platform, seal

    async def save(self, server: str, secret: bytes, now: datetime) -> None:
        """Keep what a server handed over; its channels that refused us are tried at once."""
        place = {"platform": self._platform, "server": server}
        values = {**place, "sealed": self._seal.close(secret), "now": now.timestamp()}
        async with self._db.transaction() as db:
            await db.execute(_SAVE, values)
            await db.execute(_UNPAUSE, place)

    async def renew(self, server: str, secret: bytes) -> None:
        """Keep a newer secret of a server that is there."""
        await self._renew(server, self._seal.close(secret))

    async def find(self, server: str) -> bytes | None:
        """What this server handed over; None for one that did not, or left."""
        sql = "SELECT sealed FROM installation WHERE platform = ? AND server = ?"
        found = await self._db.fetch(sql, (self._platform, server))
        return self._seal.open(found[0]["sealed"]) if found else None

    async def servers(self) -> Sequence[str]:
        """Every server that is there."""
        return [server for server, _ in await self._every()]

    async def reseal(self) -> None:
        """Seal everything by the first key, so that the others can be taken away."""
        for server, sealed in await self._every():
            if (renewed := self._seal.renewed(sealed)) is not None:
                await self._renew(server, renewed)

    async def forget(self, server: str) -> bool:
        """It left; False when it is not there."""
        place = {"platform": self._platform, "server": server}
        async with self._db.transaction() as db:
            return bool(list(await db.execute_fetchall(_FORGET, place)))

    async def _every(self) -> list[tuple[str, bytes]]:
        sql = "SELECT server, sealed FROM installation WHERE platform = ? ORDER BY server"
        rows = await self._db.fetch(sql, (self._platform,))
        return [(row["server"], row["sealed"]) for row in rows]

    async def _renew(self, server: str, sealed: bytes) -> None:
        values = {"platform": self._platform, "server": server, "sealed": sealed}
        async with self._db.transaction() as db:
            await db.execute(_RENEW, values)
