"""Picks told in number first and by name then: "five picks, including a first", "three firsts, including No. 6"."""

from dataclasses import replace

from bot.extract.mentions import Chunk
from bot.extract.pick_items import fits_round
from bot.model import Pick


def are_unknown(chunk: Chunk) -> bool:
    """Picks of which only the number is told: "five picks"."""
    return bool(chunk.picks) and set(chunk.picks) == {Pick()}


def may_name(chunk: Chunk) -> bool:
    """Picks of which some may be named next: "five picks", "three first-rounders"."""
    alike = len(chunk.picks) > 1 and set(chunk.picks) == {Pick(round=chunk.picks[0].round)}
    return are_unknown(chunk) or alike


def named(pool: Chunk, chunk: Chunk) -> Chunk | None:
    """The picks that are named as some of the pool, or None where they are others."""
    if are_unknown(pool) or not pool.picks:
        return chunk if pool.picks else None
    round_ = pool.picks[0].round
    picks = [_of_round(pick, round_) for pick in chunk.picks]
    known = tuple(pick for pick in picks if pick is not None)
    if len(known) < len(picks) or len(known) > len(pool.picks):
        return None
    return replace(chunk, picks=known)


def _of_round(pick: Pick, round_: int | None) -> Pick | None:
    if round_ is None or pick.round == round_:
        return pick
    fits = pick.round is None and pick.number is not None and fits_round(pick.number, round_)
    return replace(pick, round=round_) if fits else None
