"""What moves: the chunks of a frame's lists as the model's assets, each with the place of its words."""

from collections.abc import Iterable
from dataclasses import replace

from bot.extract.claims import Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.scope import Scope
from bot.model import Asset, Cash, ClubCode, FutureConsiderations, Pick, Player

Moved = tuple[Asset, tuple[int, int]]  # an asset and the place of its words


def moved(
    chunks: Iterable[Chunk], claim: Claim, scope: Scope, giver: ClubCode | None
) -> list[Moved]:
    """The assets of a list, each with the place of its words."""
    found: list[Moved] = []
    for chunk in chunks:
        span = scope.span(chunk.first, chunk.last)
        match chunk.kind:
            case Kind.PLAYER:
                found.append((Player(name=chunk.text, position=chunk.position), span))
            case Kind.SURNAME if chunk.text:
                found.append((_by_surname(chunk, scope), span))
            case Kind.PICKS:
                found += [(_with_owner(pick, chunk, scope, giver), span) for pick in chunk.picks]
            case Kind.CASH:
                found.append((Cash(), span))
            case Kind.FUTURE:
                found.append((FutureConsiderations(), span))
            case _ if man := meant(chunk, claim, scope):
                found.append((man, span))
            case _:
                pass
    return found


def _by_surname(chunk: Chunk, scope: Scope) -> Player:
    known = scope.men.get(chunk.text.casefold())
    return known or Player(name=chunk.text, position=chunk.position, partial=True)


def meant(chunk: Chunk, claim: Claim, scope: Scope) -> Player | None:
    """Whom "him" or "the receiver" means: the one man whom the sentences before name."""
    man = scope.hero
    if (
        man is None
        or not chunk.definite
        or any(_names(c, man) for c in (*claim.theme, *claim.back))
    ):
        return None
    return man if chunk.position in {None, man.position} or man.position is None else None


def _names(chunk: Chunk, man: Player) -> bool:
    return chunk.kind in {Kind.PLAYER, Kind.SURNAME} and man.name.endswith(chunk.text)


def _with_owner(pick: Pick, chunk: Chunk, scope: Scope, giver: ClubCode | None) -> Pick:
    owner = scope.club(chunk) if chunk.clubs else pick.original
    return replace(pick, original=owner if owner != giver else None)


def swapped(
    claim: Claim, there: list[Moved], back: list[Moved], scope: Scope
) -> tuple[list[Moved], list[Moved]]:
    """A swap of picks, or clubs that swap first-rounders: one goes each way."""
    if claim.swap:
        both = moved([claim.swap], claim, scope, None)
        return [*there, *both], [*back, *both]
    assets = {asset for asset, _ in there}
    picks = all(isinstance(asset, Pick) for asset in assets)
    if claim.verb.frame is Frame.SWAP and not back and len(there) > 1 and picks:
        once = list({asset: (asset, span) for asset, span in there}.values())
        return once, once
    return there, back
