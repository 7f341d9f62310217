"""Sentences as chunks: clubs, players, picks, verbs and the small words between them, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot import clubs
from bot.extract import misprints, names, people, positions
from bot.extract.lexicon import Kind, Verb
from bot.extract.phrases import Phrase, Phrases, fixed, phrases_of
from bot.extract.picks import pick_phrase
from bot.extract.shouting import calm
from bot.extract.tokens import Token
from bot.model import ClubCode, Pick, Source


# Not frozen: there are twenty a report, and a frozen one takes six times as long to make.
@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Chunk:
    """A run of tokens with one part in the grammar; nobody changes one, they put another in its place.

    Attributes:
        first: index of its first token in the sentence.
        last: index behind its last token.
        text: the words, casefolded; a name as written.
        clubs: what a club name may mean; more than one where a city has two clubs.
        strong: a club name that no other city or league could claim.
        owner: with a possessive ending.
        article: an article stands before it.
        definite: "the", "their", "him": the text has named him before.
        plural: more than one man.
        swap: picks that go both ways.
    """

    kind: Kind
    first: int
    last: int
    text: str = ""
    clubs: tuple[ClubCode, ...] = ()
    strong: bool = False
    owner: bool = False
    article: bool = False
    definite: bool = False
    plural: bool = False
    position: str | None = None
    picks: tuple[Pick, ...] = ()
    swap: bool = False
    verb: Verb | None = None
    source: Source | None = None


# Nicknames that another league has too: they count as a club, but prove nothing.
_SHARED = frozenset("giants jets panthers cardinals cards pack bolts".split()) | {"football team"}


@cache
def pick_owners() -> dict[str, ClubCode]:
    """Clubs by any printed name or code, casefolded, where it is unambiguous."""
    found = {
        code.casefold(): club.code for club in clubs.CLUBS for code in (club.code, *club.codes)
    }
    return found | {text: codes[0] for text, codes in clubs.names().items() if len(codes) == 1}


def chunk(
    tokens: Sequence[Token], published: datetime, voices: people.Voices = people.KNOWN
) -> list[Chunk]:
    """One sentence in chunks, in order; articles are left out."""
    found: list[Chunk] = []
    tokens = calm(tokens)
    phrases = phrases_of(voices)
    titled = names.is_titled(tokens)
    at, article = 0, ""
    while at < len(tokens):
        one = _next(tokens, at, found, published, phrases, titled=titled)
        at = one.last
        if one.kind is Kind.WORD and one.text in _ARTICLES:
            article = one.text
            continue
        if article or one.text in _DETERMINERS:
            one = replace(one, article=bool(article), definite=article in {"the", ""})
        found.append(one)
        article = ""
    return found


_ARTICLES = frozenset({"the", "a", "an"})
_DETERMINERS = frozenset({"their", "its", "his", "that", "him", "he", "the player", "the veteran"})


def _next(
    tokens: Sequence[Token], at: int, before: Sequence[Chunk], published: datetime,
    phrases: Phrases, *, titled: bool,
) -> Chunk:  # fmt: skip
    """The chunk that begins here. Order matters: the longest fixed phrase, then picks, then names."""
    fixed = _fixed(tokens, at, phrases)
    if fixed and fixed.kind is Kind.SOURCE and tokens[at].text == "CBs":
        fixed = None  # cornerbacks, and not the outlet
    if fixed and fixed.text == "city" and not _is_party(tokens, fixed, before):
        fixed = None
    if fixed and fixed.text == "city" and (ours := _club_then(tokens, fixed, published)):
        fixed = ours
    phrasal = fixed is not None and fixed.kind is Kind.VERB and fixed.last - at > 1  # "pick up"
    if fixed and (phrasal or fixed.kind in _FIRM) and not _is_name(tokens, at, fixed):
        return fixed
    picks = pick_phrase(tokens, at, published, pick_owners())
    if picks:
        kind = Kind.PICKS if picks.picks else Kind.WORD  # else it only describes a player
        known = tokens[at].low == "the"
        return Chunk(
            kind=kind, first=at, last=picks.stop, picks=picks.picks, swap=picks.swap, definite=known
        )
    named = _misprint(tokens, at, before) or _person(tokens, at, before, titled=titled)
    if named and not (fixed and fixed.kind is not Kind.PERSON and named.kind is Kind.SURNAME):
        return named
    return fixed or Chunk(
        kind=Kind.WORD, first=at, last=at + 1, text=tokens[at].low, owner=tokens[at].owner
    )


def _club_then(tokens: Sequence[Token], city: Chunk, published: datetime) -> Chunk | None:
    """Our club of that year in a city that only other leagues have now: St. Louis up to 2015."""
    text = " ".join(token.low for token in tokens[city.first : city.last])
    codes = clubs.names().get(text, ())
    if not codes or published.year > _LAST_IN_ST_LOUIS:
        return None
    return replace(city, kind=Kind.CLUB, text=text, clubs=codes, strong=False)


_LAST_IN_ST_LOUIS = 2015
_FIRM = frozenset({Kind.CLUB, Kind.OTHER_LEAGUE, Kind.SOURCE, Kind.FOR, Kind.CASH, Kind.FUTURE})


def _is_party(tokens: Sequence[Token], city: Chunk, before: Sequence[Chunk]) -> bool:
    """Another league's city counts where a club would stand: "to Calgary", not "Orlando Brown"."""
    follower = tokens[city.last] if city.last < len(tokens) else None
    alone = follower is None or not follower.capital or positions.position(tokens, city.last)[0]
    return bool(before) and before[-1].kind in _PARTY_WORDS and bool(alone)


_PARTY_WORDS = frozenset({Kind.TO, Kind.FROM, Kind.WITH, Kind.BY, Kind.FOR})
_CLUB_WORDS = _PARTY_WORDS - {Kind.FOR, Kind.BY}


def _is_name(tokens: Sequence[Token], at: int, fixed: Chunk) -> bool:
    """A city that is somebody's first name: "Dallas Goedert", but "Dallas Cowboys" and "Dallas QB"."""
    if fixed.kind is not Kind.CLUB or fixed.last - at > 1 or tokens[at].owner:
        return False
    return tokens[at].low in people.NAME_CITIES and names.is_surname_here(tokens, at + 1)


def _misprint(tokens: Sequence[Token], at: int, before: Sequence[Chunk]) -> Chunk | None:
    """A club's name with one wrong letter, where a club must stand."""
    if not before or before[-1].kind not in _CLUB_WORDS:
        return None
    codes = misprints.club(tokens[at].low) if tokens[at].capital else None
    if codes is None or (at + 1 < len(tokens) and names.is_surname_here(tokens, at + 1)):
        return None
    return Chunk(kind=Kind.CLUB, first=at, last=at + 1, text=tokens[at].low, clubs=codes)


def _fixed(tokens: Sequence[Token], at: int, phrases: Phrases) -> Chunk | None:
    found = fixed(tokens, at, phrases)
    return _of_phrase(found[0], tokens, at, found[1]) if found else None


def _of_phrase(row: Phrase, tokens: Sequence[Token], at: int, last: int) -> Chunk:
    data = row.data
    text = " ".join(row.words)
    return Chunk(
        kind=row.kind,
        first=at,
        last=last,
        text=data if isinstance(data, str) and row.kind is Kind.OTHER_LEAGUE else text,
        clubs=data if isinstance(data, tuple) else (),
        strong=isinstance(data, tuple) and _is_strong(text, data),
        owner=tokens[last - 1].owner,
        plural=_is_plural(row.words[-1]),
        verb=data if isinstance(data, Verb) else None,
        source=data if isinstance(data, Source) else None,
    )


def _is_plural(low: str) -> bool:
    return len(low) > len("ss") and low.endswith("s")


@cache
def _is_strong(text: str, codes: tuple[ClubCode, ...]) -> bool:
    """A nickname or full name of our league alone; a city proves no league."""
    if len(codes) != 1 or text in _SHARED:
        return False
    return text not in clubs.places()


def _person(
    tokens: Sequence[Token], at: int, before: Sequence[Chunk], *, titled: bool
) -> Chunk | None:
    """A player, a bare surname, a player by description, or somebody who cannot be traded."""
    position, start = positions.position(tokens, at)
    name = names.name(tokens, start, titled=titled, behind_position=position is not None)
    if name is None:
        if position is None:
            return None
        return Chunk(
            kind=Kind.UNNAMED,
            first=at,
            last=start,
            position=position,
            text=tokens[at].low,
            owner=tokens[start - 1].owner,
            plural=_is_plural(tokens[start - 1].low),
        )
    stop = name.stop
    if position is None and (printed := positions.bracketed_position(tokens, stop)):
        position, stop = printed, stop + 3  # "(QB)"
    former = position is None and bool(before) and before[-1].text in _FORMER
    if former and (what := _what_he_was(tokens, at, name, before[-1])) is not None:
        return what
    staff = before[-1].kind is Kind.PERSON if before else False
    kind = Kind.PERSON if staff else Kind.PLAYER if name.full else Kind.SURNAME
    return Chunk(
        kind=kind,
        first=at,
        last=stop,
        text=name.text,
        position=position,
        owner=tokens[name.stop - 1].owner,
    )


_FORMER = frozenset({"former", "ex", "onetime"})
_FIRST_AND_LAST = 2  # words


def _what_he_was(tokens: Sequence[Token], at: int, name: names.Name, former: Chunk) -> Chunk | None:
    """Read "the former Hurricane", "the former Florida Gator": no name, but what he was.

    Nor is it a part of one: "former Hurricane Dale Preston" is Dale Preston.
    """
    stop = name.stop + (name.stop < len(tokens) and _goes_on(tokens, name.stop))
    words = stop - at
    if not name.text or words == 1 == len(name.text.split("-")) - 1:
        return None
    if words > _FIRST_AND_LAST:
        plain = all(
            t.text.isalpha() and not t.hyphen and t.low not in _ODD for t in tokens[at:stop]
        )
        last = stop - _FIRST_AND_LAST if plain else at + 1
        return Chunk(kind=Kind.WORD, first=at, last=last, text=tokens[at].low)
    kind = Kind.UNNAMED if _ends_noun(tokens, name.stop) else Kind.WORD
    return Chunk(
        kind=kind, first=at, last=name.stop, text=tokens[at].low,
        owner=tokens[name.stop - 1].owner, article=former.article, definite=former.definite,
    )  # fmt: skip


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """A run of four capitals that is not at its end: "Ohio State Buckeye Dale Preston"."""
    before = tokens[at - 1]
    return tokens[at].capital and not before.owner and positions.position(tokens, at)[0] is None


_ODD = people.PARTICLES | people.SUFFIXES


def _ends_noun(tokens: Sequence[Token], at: int) -> bool:
    """No "standout", no "teammate" follows, but a verb, a preposition or nothing."""
    return at >= len(tokens) or not tokens[at].text[0].isalpha() or tokens[at].low in _BEHIND_NOUN


_BEHIND_NOUN = frozenset(
    "was is has had will to for from and who whose in on away goes heads headed".split()
)
