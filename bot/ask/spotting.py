"""Which words of a question say what: the longest phrases and names, left to right, nothing skipped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.ask.lexicon import LEXICON, LONGEST
from bot.ask.meanings import Meaning
from bot.ask.query import Mention
from bot.ask.tokens import Token
from bot.model import name_key
from bot.stats.names import NameHit, Spotted

_LONGEST_NAME: Final = 5
_LONGEST_LABEL: Final = 6
_NEVER_INITIALS: Final = frozenset("aiv")  # "a Brown", "I", "Allen v Jackson"


class Gazetteer(Protocol):
    """The players that a question may name; `bot.stats.names.Names` is one."""

    def spot(self, words: Sequence[str]) -> tuple[Spotted, ...]:
        """The longest names in these words."""
        ...

    def called(self, words: Sequence[str]) -> Spotted | None:
        """Whom the first words call by a given name, a shorter one or initials."""
        ...

    def near(self, text: str, limit: int = ...) -> tuple[NameHit, ...]:
        """Everyone whose name is the text but for a typo."""
        ...


@dataclass(frozen=True, slots=True)
class Coach:
    """A coach by his full name."""

    name: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that says nothing to us."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Words [start, end) of the question and what they say."""

    start: int
    end: int
    meanings: tuple[Meaning | Mention | Coach | Unknown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everybody who has a name.

    Attributes:
        coaches: `name_key` of a coach -> his name.
        names_first: a word that is both somebody's last name and a word of ours is the name.
    """

    players: Gazetteer
    coaches: dict[str, str]
    names_first: bool = False


def tags(words: Sequence[Token], known: Known) -> tuple[Tag, ...]:
    """Every word, each in one tag."""
    forms = _forms(words)
    found: list[Tag] = []
    start = 0
    while start < len(words):
        tag = _longest(words, forms, start, known)
        found.append(tag)
        start = tag.end
    return tuple(found)


def _longest(
    words: Sequence[Token], forms: Sequence[Sequence[str]], start: int, known: Known
) -> Tag:
    phrase = _phrase(forms, start)
    name = _person(words, start, known)
    if name and (phrase is None or _wins(name, phrase, known)):
        return name
    return phrase or _called(words, start, known) or Tag(start, start + 1, (Unknown(),))


def _called(words: Sequence[Token], start: int, known: Known) -> Tag | None:
    """Such as "Tua", "CMC", "Matt Stafford": only where the word says nothing else."""
    spotted = known.players.called([w.text for w in words[start : start + 2]])
    if spotted is None:
        return None
    end = start + spotted.end
    span = (words[start].start, words[end - 1].end)
    text = " ".join(w.text for w in words[start:end])
    return Tag(start, end, (Mention(text, span, spotted.hits),))


def _wins(name: Tag, phrase: Tag, known: Known) -> bool:
    longer = (name.end - name.start) - (phrase.end - phrase.start)
    return longer > 0 or (longer == 0 and known.names_first)


def _forms(words: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    """The question as the lexicon may spell it: as it is; numbers as # (years as @, or not), ordinals as %."""
    plain = [w.text for w in words]
    numbers = ["#" if w.number is not None else w.text for w in words]
    years = ["@" if w.is_year else n for w, n in zip(words, numbers, strict=True)]
    ordinals = ["%" if w.ordinal else y for w, y in zip(words, years, strict=True)]
    return tuple(map(tuple, (plain, years, numbers, ordinals)))


def _phrase(forms: Sequence[Sequence[str]], start: int) -> Tag | None:
    for end in range(min(start + LONGEST, len(forms[0])), start, -1):
        for form in forms:
            key = " ".join(form[start:end])
            found = (None if start else LEXICON.get(f"^ {key}")) or LEXICON.get(key)
            if found:
                return Tag(start, end, found)
    return None


def _person(words: Sequence[Token], start: int, known: Known) -> Tag | None:
    player = _player(words, start, known.players)
    coach = _coach(words, start, known.coaches)
    if player and coach and player.end == coach.end:
        return Tag(player.start, player.end, (*player.meanings, *coach.meanings))
    return max(filter(None, (player, coach)), key=lambda tag: tag.end, default=None)


def _coach(words: Sequence[Token], start: int, coaches: dict[str, str]) -> Tag | None:
    for end in range(min(start + _LONGEST_NAME, len(words)), start, -1):
        name = coaches.get(name_key(" ".join(w.text for w in words[start:end])))
        if name:
            return Tag(start, end, (Coach(name),))
    return None


def _player(words: Sequence[Token], start: int, players: Gazetteer) -> Tag | None:
    if words[start].text in _NEVER_INITIALS:
        return None
    spotted = players.spot([w.text for w in words[start : start + _LONGEST_NAME]])
    if not spotted or spotted[0].start:
        return None
    end = start + spotted[0].end
    label = _label(words, end)
    hits = _labelled(spotted[0].hits, label)
    text = " ".join(w.text for w in words[start:end])
    stop = end + len(label) + 2 if label else end
    span = (words[start].start, words[stop - 1].end)
    return Tag(start, stop, (Mention(text, span, hits),))


def _label(words: Sequence[Token], at: int) -> list[str]:
    """The words in brackets right after a name: "(WR, LAC)"."""
    texts = [w.text for w in words[at : at + _LONGEST_LABEL + 2]]
    if not texts or texts[0] != "(" or ")" not in texts:
        return []
    return texts[1 : texts.index(")")]


def _labelled(hits: tuple[NameHit, ...], label: Sequence[str]) -> tuple[NameHit, ...]:
    wanted = set(label)
    return tuple(hit for hit in hits if wanted <= set(label_words(hit))) or hits


def label_words(hit: NameHit) -> tuple[str, ...]:
    """What tells him apart from others of his name, as a question spells it."""
    season = str(hit.last_season) if hit.last_season else ""
    parts = (hit.position, hit.club, season, str(hit.pid))
    return tuple(part.casefold() for part in parts if part)
