"""Small transactions that share their commits: on a disk that is slow to sync, a commit is what takes time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import aiosqlite

from bot.store.db import Database

T = TypeVar("T")
Step = Callable[[aiosqlite.Connection], Awaitable[T]]


@dataclass(slots=True, eq=False)
class _Waiting:
    """One step, until it is stored."""

    step: Step[Any]
    result: Any = None
    stored: bool = False


class Shared:
    """Steps that come while a commit is under way share the next one, in the order in which they came."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._waiting: list[_Waiting] = []
        self._turn = asyncio.Lock()

    async def do(self, step: Step[T]) -> T:
        """Run a step in a transaction; what it returns is stored when this returns.

        Whoever has the turn runs all that wait. Where that fails the others still wait, and try for themselves.

        Raises:
            StoreError: nothing of it was stored.
        """
        mine = _Waiting(step)
        self._waiting.append(mine)
        try:
            async with self._turn:
                if not mine.stored:
                    await self._run_all()
        finally:
            self._waiting.remove(mine)
        result: T = mine.result
        return result

    async def _run_all(self) -> None:
        waiting = [each for each in self._waiting if not each.stored]
        async with self._db.transaction() as db:
            results = [await each.step(db) for each in waiting]
        for each, result in zip(waiting, results, strict=True):
            each.result, each.stored = result, True
