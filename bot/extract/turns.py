"""Turns of phrase about a man and his new club, put plainly before the sentence is read."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_HOLDS = frozenset(
    "held hold holds own owned owns have had got acquired received obtained landed picked up".split()
) | {"picked up"}
_WHO_HOLDS = frozenset({"they", "it", "he", "that", "which", "previously", "already", "had"})
_FROM_THERE = frozenset({"native", "product", "alum", "alumnus"})
_BACK = frozenset({"home", "aboard", "back home"})
_THEIR = frozenset({"their", "its", "his", "new"})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.PRONOUN})
_BRING_IN = Verb("bring in", Frame.GET, Force.WEAK, Form.PAST)
_TRADES = frozenset({"trade", "deal", "send", "ship"})
_HYPE = frozenset({"mania", "madness", "fever", "magic", "island"})
_NEED = 4  # chunks of "their new receiver:"


def pick_held(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "the first-round pick they held from the Bears, a third and X": where it came from is no party."""
    if chunks[at].kind is not Kind.PICKS:
        return None
    stop = at + 1
    while stop < len(chunks) and chunks[stop].text in _WHO_HOLDS:
        stop += 1
    tail = chunks[stop : stop + 3]
    kinds = [one.kind for one in tail[1:]]
    if stop == at + 1 or kinds != [Kind.FROM, Kind.CLUB] or tail[0].text not in _HOLDS:
        return None
    if any(one.kind is Kind.FOR for one in chunks[stop + 3 : stop + 4]):
        return None  # "the third they got from the Bears for Al Roe": what it had cost
    return stop + 3, [chunks[at]]


def native(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for the Denver native": the man already named; and "Denver native Dale Preston"."""
    one, two = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    if two is None or two.text not in _FROM_THERE or one.owner:
        return None
    if [c.kind for c in chunks[at + 2 : at + 3]] == [Kind.PLAYER] and one.kind is Kind.CLUB:
        return at + 2, []
    if not one.definite:
        return None
    return at + 2, [replace(two, kind=Kind.UNNAMED, article=True, definite=True)]


def brought_home(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "brought Dale Preston home, trading a sixth": they get him."""
    one = chunks[at : at + 3]
    verb = one[0].verb
    if verb is None or verb.lemma != "bring" or len(one) < len("abc"):
        return None
    if one[1].kind not in _MEN or one[1].owner or one[2].text not in _BACK:
        return None
    return at + 3, [replace(one[0], verb=replace(_BRING_IN, form=verb.form)), one[1]]


def their_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "get their receiver: Dale Preston for a third": it is he whom they get."""
    verb = chunks[at].verb
    if verb is None or verb.frame is not Frame.GET or verb.form is Form.ING:
        return None
    stop = at + 1
    while stop < min(len(chunks), at + _NEED) and chunks[stop].text in _THEIR:
        stop += 1
    tail = chunks[stop : stop + 3]
    if stop == at + 1 or [c.kind for c in tail] != [Kind.UNNAMED, Kind.COLON, Kind.PLAYER]:
        return None
    man = replace(tail[2], position=tail[2].position or tail[0].position)
    return stop + 3, [chunks[at], man]


def hyped(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Preston Mania comes to Philadelphia": he comes; it is no man's name."""
    one = chunks[at : at + 3]
    if len(one) < len("abc") or one[1].text not in _HYPE or one[0].owner or not one[0].text:
        return None
    verb = one[2].verb
    goes = one[2].kind is Kind.TO or (verb is not None and verb.frame is Frame.MOTION)
    return (at + 2, [one[0]]) if goes else None


@begins("his")
def his_rights(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "to get his rights and a seventh", "dealt his rights to Dallas": him."""
    one = chunks[at : at + 2]
    if [c.text for c in one] != ["his", "rights"] or not at:
        return None
    before = chunks[at - 1]
    gets = before.kind is Kind.FOR or (before.verb is not None and before.verb.frame is Frame.GET)
    gets |= before.verb is not None and before.verb.lemma in _TRADES
    him = replace(one[1], kind=Kind.PRONOUN, text="him", article=False, definite=True)
    return (at + 2, [him]) if gets else None


def team_named(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "to the team they beat, the Jets, for a third", "from the club that drafted him, the Jets": the Jets."""
    team = next((i for i in range(at + 1, min(len(chunks), at + 4)) if chunks[i].text in _TEAM), 0)
    if not team or any(one.kind is not Kind.WORD for one in chunks[at + 1 : team]):
        return None
    kinds = [one.kind for one in chunks[team + 1 : team + _ASIDE]]
    comma = kinds.index(Kind.COMMA) if Kind.COMMA in kinds else len(kinds)
    stop = team + 2 + comma
    named = [one.kind for one in chunks[stop : stop + 1]] == [Kind.CLUB]
    if not named or chunks[stop].owner or not _IN_ASIDE.issuperset(kinds[:comma]):
        return None
    behind = [one.kind for one in chunks[stop + 1 : stop + 3]]
    if behind and behind[0] not in {Kind.COMMA, Kind.FOR, Kind.TO, Kind.SOFT}:
        return None
    closes = behind[:1] == [Kind.COMMA] and behind[1:] in ([Kind.FOR], [Kind.TO], [Kind.WITH])
    return stop + 1 + closes, [chunks[at], chunks[stop]]


def comes_west(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston comes west from the Giants": comes from the Giants."""
    verb, kinds = chunks[at].verb, [one.kind for one in chunks[at + 1 : at + 3]]
    if verb is None or verb.lemma != "come" or kinds != [Kind.WORD, Kind.FROM]:
        return None
    return (at + 2, [chunks[at]]) if chunks[at + 1].text in _WAYS else None


_WAYS = frozenset("west east north south home aboard".split())
_TEAM = frozenset({"team", "club", "franchise"})
_ASIDE = 10  # chunks of "the team that drafted him six years ago,"
_IN_ASIDE = frozenset(
    {Kind.WORD, Kind.STOP, Kind.WHO, Kind.MOVE, Kind.PRONOUN, Kind.SOFT, Kind.OF, Kind.WITH, Kind.UNNAMED}
)  # fmt: skip
