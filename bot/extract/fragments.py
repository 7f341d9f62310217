"""Bare headings that the next sentence goes on with: "Rams up to 8.", "Ravens get their pass rusher."; put plainly.

Neither says by itself that anybody traded. The slot counts only as what the numbers behind it are about, the man only
where a word tells that this is news.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot import clubs
from bot.extract import slot_words
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence, Story
from bot.model import Pick

_GET = Verb("get", Frame.GET, Force.WEAK, Form.BASE)
_MOVES = frozenset("up down back in into jump jumps move moves climb climbs".split())
_VIA = frozenset({"via", "with", "from", "through"})
_LONGEST = 9  # chunks of a heading
_GETS = frozenset("get gets got land lands landed have has found find finds".split())
_MAN = frozenset({"man", "guy"})
_FILL = frozenset("finally just have has their its his a an new at last , !".split())
_WISHES = frozenset(
    """would could should might may if maybe perhaps can idea ideas mock proposal proposed fake grade hypothetical makes
    sense predict prediction scenario imagine ?""".split()
)
_TOLD = frozenset("i'm told hearing done official announced confirmed sources source per".split())


def joined(story: Story) -> Story:
    """The story in which the sentence behind such a heading can be read.

    Args:
        story: with its sentences as printed.
    """
    new = {id(one): one for one in story.lead}
    for one, two in zip(story.lead, story.lead[1:], strict=False):
        moved = _to_slot(one.chunks)
        listed = _numbered(two.chunks) if moved and _goes_on(moved, two.chunks) else []
        if moved and any(each.picks for each in listed):
            new[id(one)], new[id(two)] = replace(one, chunks=moved), replace(two, chunks=listed)
        elif (club := _finder(one.chunks)) is not None and _is_news(two, story):
            new[id(two)] = replace(two, chunks=[*_got_by(club), *two.chunks])

    def these(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        return [new.get(id(one), one) for one in sentences]

    return Story(
        story.report, these(story.head), these(story.body), these(story.lead), these(story.every)
    )


def _to_slot(chunks: Sequence[Chunk]) -> list[Chunk] | None:
    """Read "Rams up to 8", "Falcons back in at 31 via the Rams", and nothing more."""
    if not 3 < len(chunks) <= _LONGEST or chunks[0].kind is not Kind.CLUB or chunks[0].owner:  # noqa: PLR2004
        return None
    at = 1
    while at < len(chunks) and not _MOVES.isdisjoint(chunks[at].text.split()):
        at += 1
    slot = chunks[at + 1 : at + 2]
    there = at > 1 and at + 1 < len(chunks) and chunks[at].text in {"at", "to"}
    there |= at > 1 and at < len(chunks) and chunks[at].kind is Kind.TO
    if not there or not slot or not slot_words.is_slot(slot[0]):
        return None
    tail = chunks[at + 2 :] or _former_owner(slot[0])
    partner = len(tail) == len("ab") and tail[0].text in _VIA and tail[1].kind is Kind.CLUB
    if tail and (not partner or tail[1].owner):
        return None
    verb = replace(chunks[1], kind=Kind.VERB, text="get", verb=_GET)
    via = [replace(tail[0], kind=Kind.FROM, text="from"), tail[1]] if partner else []
    return [chunks[0], verb, _pick(slot[0]), *via]


def _goes_on(heading: Sequence[Chunk], behind: Sequence[Chunk]) -> bool:
    """With whom the club moved is told, or the next sentence is about the club: "They give Buffalo 16 and 46"."""
    partner = heading[-1].kind is Kind.CLUB
    same = bool(behind) and (behind[0].text == "they" or behind[0].clubs == heading[0].clubs)
    return partner or same


def _former_owner(slot: Chunk) -> Sequence[Chunk]:
    """Read "No. 31 via the Rams", which is one pick by itself: with them it was traded."""
    owner = slot.picks[0].original if slot.picks else None
    if owner is None:
        return []
    club = replace(slot, kind=Kind.CLUB, text=clubs.name(owner), picks=(), clubs=(owner,))
    return [replace(club, kind=Kind.OF, text="via", clubs=()), club]


def _pick(chunk: Chunk) -> Chunk:
    if chunk.kind is Kind.PICKS:
        return replace(chunk, picks=(replace(chunk.picks[0], original=None),))
    return replace(chunk, kind=Kind.PICKS, text="", picks=(Pick(number=int(chunk.text)),))


def _numbered(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Read "They give Buffalo 16, 46 and a fifth and also get 71 back.": slots, where a slot is spoken of."""
    found: list[Chunk] = []
    listing = False
    for index, one in enumerate(chunks):
        opens = one.verb is not None and one.verb.frame in {Frame.GET, Frame.GIVE}
        goes_on = one.kind in {Kind.COMMA, Kind.AND, Kind.PICKS} or (
            one.kind is Kind.CLUB and bool(found) and found[-1].verb is not None
        )
        if listing and one.kind is Kind.WORD and slot_words.is_slot(one):
            if not _ends(chunks, index + 1):
                return [*chunks]  # "16, 20 and 24 points"
            found.append(_pick(one))
            continue
        listing = opens or (listing and goes_on)
        found.append(one)
    return found


def _ends(chunks: Sequence[Chunk], at: int) -> bool:
    """Nothing is counted here: "16 and", "71 back", not "16 points"."""
    return at >= len(chunks) or chunks[at].kind in _EDGES or chunks[at].text in {"back", "in"}


_EDGES = frozenset({Kind.COMMA, Kind.AND, Kind.STOP, Kind.FOR, Kind.TO, Kind.FROM, Kind.SOURCE})


def _finder(chunks: Sequence[Chunk]) -> Chunk | None:
    """The club of "Ravens get their pass rusher", "The Jets have finally found a left tackle", and nothing more."""
    if not 2 < len(chunks) <= _LONGEST or chunks[0].kind is not Kind.CLUB or chunks[0].owner:  # noqa: PLR2004
        return None
    gets = any(one.text in _GETS for one in chunks[1:-1])
    sought = [one for one in chunks[1:] if one.kind is Kind.UNNAMED or one.text in _MAN]
    plain = all(one.text in _GETS | _FILL or one in sought for one in chunks[1:])
    return chunks[0] if gets and plain and len(sought) == 1 and not sought[0].plural else None


def _is_news(sentence: Sentence, story: Story) -> bool:
    """Read "Dale Preston from the Vikings for a third, I'm told": a man and his price, by somebody who knows."""
    said = sentence.chunks
    if [one.kind for one in said[:4]] != [Kind.PLAYER, Kind.FROM, Kind.CLUB, Kind.FOR]:
        return False
    goods = len(said) > len("abcd") and said[4].kind in {Kind.PICKS, Kind.PLAYER}
    if not goods or said[0].owner or said[2].owner or any(one.verb for one in said):
        return False
    words = {token.low for one in story.every for token in one.tokens}
    told = not _TOLD.isdisjoint(words) or any(
        one.kind is Kind.SOURCE for each in story.every for one in each.chunks
    )
    return told and _WISHES.isdisjoint(words)


def _got_by(club: Chunk) -> list[Chunk]:
    """The club and its verb, at the place where the sentence begins."""
    here = replace(club, first=0, last=0, article=False)
    return [here, replace(here, kind=Kind.VERB, text="get", clubs=(), verb=_GET)]
