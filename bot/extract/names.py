"""What a player's name looks like: an optional position, two to four capitalised words, a suffix."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot import clubs
from bot.extract import lexicon, people, positions
from bot.extract.tokens import Token

_MOST_WORDS = 4
_MOST_NICK = 3
_TITLED_SHARE = 0.75
_ABBREVIATIONS = frozenset("QB RB WR TE OT OG OL LT RT DT NT DL LB CB DB FS LS FB".split())
_SHORT = 3  # "AJ", "TJ", "CJ": initials without dots


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a sentence.

    Attributes:
        text: as written.
        stop: index behind its last token.
        full: more than a bare surname.
    """

    text: str
    stop: int
    full: bool


_ALSO_NAMES = frozenset({"brown", "bill", "colt", "raven", "jet", "giant", "pat", "vega", "bolt"})


@cache
def _barred() -> frozenset[str]:
    """Words that look like part of a name in a headline, but never are."""
    verbs = {text for text in lexicon.verbs() if " " not in text}
    small = {text for text in lexicon.small() if " " not in text}
    nicknames = {
        text.casefold()
        for club in clubs.CLUBS
        for text in (club.nickname, *club.aliases, *club.places)
        if " " not in text
    }
    nicknames |= {text.removesuffix("s") for text in nicknames} - _ALSO_NAMES
    return people.NOT_NAMES | verbs | small - {"cash"} | nicknames | set(people.titles())


@cache
def _cities() -> frozenset[str]:
    return frozenset(club.city.casefold() for club in clubs.CLUBS)


def _begins_city(tokens: Sequence[Token], at: int) -> bool:
    """Read "Green Bay" and "Denver", and not "A.J. Green"."""
    low = tokens[at].low
    return (
        low in _cities() or " ".join((low, *(t.low for t in tokens[at + 1 : at + 2]))) in _cities()
    )


def is_titled(tokens: Sequence[Token]) -> bool:
    """The sentence is set in headline case, so a capital says little."""
    words = [token for token in tokens if token.text[0].isalpha() and len(token.text) > _SHORT]
    capital = sum(token.capital for token in words)
    return len(words) > _SHORT and capital >= _TITLED_SHARE * len(words)


def name(
    tokens: Sequence[Token], start: int, *, titled: bool, behind_position: bool
) -> Name | None:
    """The name that begins at this token, or None."""
    if start >= len(tokens) or not tokens[start].capital:
        return None
    stop = _run(tokens, start, behind_position=behind_position)
    if (whole := _behind_markup(tokens, start, stop)) is not None:
        return Name("", whole, full=False)
    words = [i for i in range(start, stop) if tokens[i].low not in people.SUFFIXES]
    if not words:
        return None
    if titled and len(words) == 1 and tokens[start].low.endswith(("ing", "ed", "ly")):
        return None  # "Cowboys Not Pursuing Trade For"
    if titled and not behind_position and len(words) > 2 and not _has_particle(tokens, start, stop):  # noqa: PLR2004 - first and last name
        return Name("", start + 1, full=False)  # an adjective in a headline's capitals
    text = _join(_without_nickname(tokens[start:stop]))
    return Name(text, stop, full=len(words) > 1 and not _all_initials(tokens, words))


def _behind_markup(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The index behind a name that markup cuts ("Ku[b]pp"); None for a whole one.

    A cut name is no name, and neither are its pieces: all of them are passed over.
    """
    if stop == start:
        return None
    cut = _joins_backward(tokens, start)
    while (piece := _piece_behind(tokens, stop)) is not None:
        cut, stop = True, max(piece, _run(tokens, piece - 1, behind_position=False))
    return stop if cut else None


def _piece_behind(tokens: Sequence[Token], at: int) -> int | None:
    """The index behind the word that signs tie to the word before this place, if there is one."""
    stop = at
    while stop < len(tokens) and tokens[stop].glued and not (
        stop > at and tokens[stop].text[0].isalnum() and tokens[stop - 1].text in _CLOSES
    ):  # fmt: skip
        if stop == at and tokens[at].text[0] not in _OPENS:
            return None
        stop += 1
    tied = at < stop < len(tokens) and tokens[stop].glued
    return stop + 1 if tied else None


def _joins_backward(tokens: Sequence[Token], at: int) -> bool:
    """The word goes on with a word before it, across markup."""
    if not at or not tokens[at].glued or tokens[at - 1].text not in _CLOSES:
        return False
    while at and tokens[at].glued and tokens[at].text[0] not in _OPENS:
        at -= 1
    return bool(at) and tokens[at].glued and tokens[at - 1].text[-1].isalnum()


_OPENS, _CLOSES = frozenset("[<{*|~^\\"), frozenset("]>}*|~^\\")


def is_surname_here(tokens: Sequence[Token], at: int) -> bool:
    """The token could end a name that a city's name began."""
    if at >= len(tokens) or not _capital_word(tokens[at]) or positions.position(tokens, at)[0]:
        return False
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return follower is None or not _capital_word(follower)


def _all_initials(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    return all("." in tokens[i].text for i in words)


def _has_particle(tokens: Sequence[Token], start: int, stop: int) -> bool:
    return any(
        tokens[i].low in people.PARTICLES or tokens[i].hyphen or "." in tokens[i].text
        for i in range(start, stop)
    )


def _run(tokens: Sequence[Token], start: int, *, behind_position: bool) -> int:
    """The index behind the run of tokens that may be one name."""
    at, words, nick = start, 0, 0
    while at < len(tokens) and words < _MOST_WORDS:
        token = tokens[at]
        owned = at != nick and tokens[at - 1].owner
        if at > start and (owned or not _may_follow(tokens, start, at, words)):
            break
        if token.low in people.SUFFIXES and words:
            return at + 1
        if words == 1 and (behind := _behind_nickname(tokens, at)):
            at = nick = behind
            continue
        if _is_particle(tokens, at) and (words or token.capital):
            at += 1
            continue
        if not _capital_word(token) and not _is_odd_name(tokens, at, words):
            break
        words += not token.hyphen
        at += 1
        if _is_complete(tokens, at, words, behind_position=behind_position):
            break
    if at < len(tokens) and tokens[at].low in people.SUFFIXES and words and _is_suffix(tokens, at):
        at += 1
    return at


def _behind_nickname(tokens: Sequence[Token], at: int) -> int:
    """The index behind the nickname of 'Dale "Snacks" Preston', or 0."""
    if tokens[at].text == "'":
        return _behind_single_quotes(tokens, at)
    if tokens[at].text != '"':
        return 0
    for stop in range(at + 2, min(at + 2 + _MOST_NICK, len(tokens) - 1)):
        if tokens[stop].text == '"':
            return stop + 1 if _capital_word(tokens[stop + 1]) else 0
    return 0


def _behind_single_quotes(tokens: Sequence[Token], at: int) -> int:
    """Read "Dale 'Snacks' Preston": the closing quote is gone, or looks like that of an owner."""
    stop = at + 1
    while stop < min(len(tokens), at + 1 + _MOST_NICK) and tokens[stop].capital:
        if tokens[stop].owner and [t for t in tokens[stop + 1 : stop + 2] if _capital_word(t)]:
            return stop + 1
        stop += 1
    return stop - 1 if stop > at + 2 and tokens[at + 1].glued else 0


def _without_nickname(tokens: Sequence[Token]) -> list[Token]:
    opened = next((i for i, token in enumerate(tokens) if token.text in {'"', "'"}), None)
    one = opened or 0
    two = _behind_nickname(tokens, one) if opened else 0
    return [*tokens[:one], *tokens[two:]]


def _is_odd_name(tokens: Sequence[Token], at: int, words: int) -> bool:
    """A common word that is also a name: "Chase Young", "Breece Hall", "Will Levis"."""
    token = tokens[at]
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if not token.capital:
        return False
    if words == 1 and token.low in people.ODD_SURNAMES:
        return follower is None or follower.low != "of"
    return not words and token.low in people.ODD_FIRST_NAMES and bool(at) and (
        follower is not None and _capital_word(follower)
    )  # fmt: skip


def _is_suffix(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].capital and not tokens[at - 1].owner


def _is_complete(tokens: Sequence[Token], at: int, words: int, *, behind_position: bool) -> bool:
    """Behind a position two words make a name, unless the next is tied on or plainly a third."""
    if not behind_position or words < 2 or at >= len(tokens) or tokens[at].hyphen:  # noqa: PLR2004 - first and last name
        return False
    if at + 1 < len(tokens) and tokens[at + 1].hyphen:
        return False  # "Ha Ha Clinton-Dix"
    return _begins_city(tokens, at) or "." not in "".join(t.text for t in tokens[at - 2 : at])


def _may_follow(tokens: Sequence[Token], start: int, at: int, words: int) -> bool:
    """A city or a position inside a run ends it, except as the surname: "Ezra Cleveland"."""
    token = tokens[at]
    if tokens[at].text in _ABBREVIATIONS:
        return False
    if token.hyphen or not _begins_city(tokens, at):
        return True
    return words == 1 and token.low in people.NAME_CITIES and at == start + 1


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Read "van Noy", and both of "de la Cruz"."""
    stop = at
    while stop < len(tokens) and stop < at + 2 and tokens[stop].low in people.PARTICLES:
        stop += 1
    return at < stop < len(tokens) and _capital_word(tokens[stop])


def _capital_word(token: Token) -> bool:
    text = token.text
    if not text[0].isupper() or text[-1].isdecimal() or token.low in _barred():
        return False
    if text.isupper() and len(text) > _SHORT and "." not in text:
        return False
    return not (len(text) == 1 and not token.hyphen)


def _join(tokens: Sequence[Token]) -> str:
    """The words of a name as they were printed."""
    rest = (f"-{token.text}" if token.hyphen else f" {token.text}" for token in tokens[1:])
    return "".join((tokens[0].text, *rest))
