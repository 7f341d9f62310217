"""What moves: the chunks of a frame's lists as the model's assets, each with the place of its words."""

from collections.abc import Iterable
from dataclasses import replace

from bot.extract import positions
from bot.extract.claims import Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.scope import Scope
from bot.model import Asset, Cash, ClubCode, FutureConsiderations, Pick, Player

_INITIALS = 3  # of fewer there are too many men
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
    known = scope.men.get(chunk.text.casefold()) or _by_initials(chunk.text, scope)
    return known or Player(name=chunk.text, position=chunk.position, partial=True)


def _by_initials(text: str, scope: Scope) -> Player | None:
    """Read "DGP" of "Dale Gorham-Preston"."""
    if not text.isupper() or len(text) < _INITIALS:
        return None
    fitting = {man.name: man for man in scope.men.values() if _initials(man.name) == text}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _initials(name: str) -> str:
    words = name.replace("-", " ").split()
    return "".join(word[0].upper() for word in words)


def meant(chunk: Chunk, claim: Claim, scope: Scope) -> Player | None:
    """Whom "him" or "the receiver" means: the one man whom the sentences before name."""
    man = scope.hero or _by_position(chunk, scope)
    if (
        man is None
        or not chunk.definite
        or any(_names(c, man) for c in (*claim.theme, *claim.back))
    ):
        return None
    return man if positions.alike(chunk.position, man.position) else None


def _by_position(chunk: Chunk, scope: Scope) -> Player | None:
    """The one of several men who plays the position, where each man's is printed."""
    if chunk.position is None or any(man.position is None for man in scope.cast):
        return None
    fitting = [man for man in scope.cast if positions.alike(man.position, chunk.position)]
    return fitting[0] if len(fitting) == 1 else None


def _names(chunk: Chunk, man: Player) -> bool:
    return chunk.kind in {Kind.PLAYER, Kind.SURNAME} and man.name.endswith(chunk.text)


def _with_owner(pick: Pick, chunk: Chunk, scope: Scope, giver: ClubCode | None) -> Pick:
    owner = scope.club(chunk) if chunk.clubs else pick.original
    original = owner if owner != giver else None
    return pick if pick.original == original else replace(pick, original=original)


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
