"""Numbers in a fan's words: "22 carries for 29 yards and a touchdown"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from bot import clubs
from bot.model import ClubCode
from bot.stats.facts import Numbers
from bot.stats.groups import LINE

_MILLION = 1_000_000
_SMALL: Final = "no one two three four five six seven eight nine".split()
NOUNS: Final = {  # of the lines' statistics, as something to have a career high in
    "completions": "completions",
    "attempts": "passes",
    "passing_yards": "passing yards",
    "passing_tds": "touchdown passes",
    "carries": "carries",
    "rushing_yards": "rushing yards",
    "rushing_tds": "rushing touchdowns",
    "receptions": "catches",
    "targets": "targets",
    "receiving_yards": "receiving yards",
    "receiving_tds": "touchdown catches",
    "receiving_first_downs": "receiving first downs",
    "def_sacks": "sacks",
    "def_qb_hits": "quarterback hits",
    "def_tackles_for_loss": "tackles for loss",
    "def_tackles_solo": "solo tackles",
    "def_fumbles_forced": "forced fumbles",
    "def_interceptions": "interceptions",
    "def_pass_defended": "passes defended",
    "fg_made": "field goals",
    "fg_att": "field-goal tries",
    "fg_long": "longest field goal",
    "pat_made": "extra points",
    "pat_att": "extra-point tries",
    "pt_att": "punts",
    "pt_yards": "punting yards",
}
_COUNTED: Final = {  # said one after another, in the order of the line
    "def_interceptions": "interception",
    "def_pass_defended": "pass defended",
    "def_sacks": "sack",
    "def_qb_hits": "quarterback hit",
    "def_tackles_for_loss": "tackle for loss",
    "def_tackles_solo": "solo tackle",
    "def_fumbles_forced": "forced fumble",
}
_PLURALS: Final = {
    "carry": "carries",
    "catch": "catches",
    "pass": "passes",
    "pass defended": "passes defended",
    "tackle for loss": "tackles for loss",
}


def line(group: str | None, numbers: Numbers) -> dict[str, float]:
    """The statistics that speak of a group; empty where none has a value."""
    return {stat: numbers[stat] for stat in LINE.get(group or "", ()) if stat in numbers}


def line_text(line: Numbers) -> str:
    """A group's line in words; parts without a number above 0 are left out, so it may be empty."""
    parts = (_passing(line), _rushing(line), _receiving(line), _defence(line), _kicks(line))
    said = [part for part in (*parts, _punts(line)) if part]
    return ("; " if any(", " in part for part in said) else ", ").join(said)


def figure(value: float) -> str:
    """A number as readers write it: 1,173 or 6.5."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}".removesuffix(".0")


def counted(value: float, noun: str) -> str:
    """A number of things: "a touchdown", "7 touchdowns", "an interception"."""
    if value == 1:
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    return f"{figure(value)} {_PLURALS.get(noun, noun + 's')}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def joined(words: Iterable[str]) -> str:
    """Words as a list in English: "a", "a and b", "a, b and c"; nothing for none."""
    *most, last = tuple(words) or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def spelled(number: int) -> str:
    """A number within a sentence: "nine", "15"."""
    return _SMALL[number] if number < len(_SMALL) else f"{number}"


def games(number: int) -> str:
    """How many games: "one game", "two games", "15 games"."""
    return f"{spelled(number)} game{'' if number == 1 else 's'}"


def times(number: int) -> str:
    """How often: "once", "three times", "12 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{spelled(number)} times")


def the(club: ClubCode) -> str:
    """A club with its article: "the Vikings"."""
    return f"the {clubs.name(club)}"


def day_text(iso: str) -> str:
    """A stored day within a sentence: "15 October 2024"."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def money(millions: float) -> str:
    """Dollars: "$12.5 million", "$870,000"."""
    if millions < 1:
        return f"${round(millions * _MILLION):,}"
    return f"${f'{millions:,.2f}'.rstrip('0').rstrip('.')} million"


def picks_text(picks: Iterable[Mapping[str, Any]]) -> list[str]:
    """Picks by season and round, as far as they are known: "a 2026 6th-round pick", "two 2017 5th-round picks"."""
    kinds = Counter((pick["season"], pick["round"]) for pick in picks)
    return [_pick_text(*kind, count) for kind, count in kinds.items()]


def _pick_text(season: int | None, round_: int | None, count: int) -> str:
    order = f"{ordinal(round_)}-round" if round_ else ""
    many = "a" if count == 1 else spelled(count)
    words = (many, f"{season or ''}", order, "pick" if count == 1 else "picks")
    return " ".join(word for word in words if word)


def _yards(line: Numbers, stat: str, things: str) -> str:
    gained = line.get(stat, 0)
    return f"{things} for {counted(gained, 'yard') if gained else 'no gain'}"


def _more(line: Numbers, **nouns: str) -> list[str]:
    """What happened at least once, in words."""
    return [counted(line[stat], noun) for stat, noun in nouns.items() if line.get(stat)]


def _passing(line: Numbers) -> str:
    if not line.get("attempts"):
        return ""
    thrown = f"{figure(line.get('completions', 0))} of {counted(line['attempts'], 'pass')}"
    more = _more(line, passing_tds="touchdown", passing_interceptions="interception")
    return joined([_yards(line, "passing_yards", thrown), *more])


def _rushing(line: Numbers) -> str:
    if not line.get("carries"):
        return ""
    runs = _yards(line, "rushing_yards", counted(line["carries"], "carry"))
    return joined([runs, *_more(line, rushing_tds="touchdown")])


def _receiving(line: Numbers) -> str:
    caught, thrown_at = line.get("receptions"), line.get("targets")
    if not caught:
        return f"no catch on {counted(thrown_at, 'target')}" if thrown_at else ""
    on = f" on {counted(thrown_at, 'target')}" if thrown_at else ""
    catches = _yards(line, "receiving_yards", counted(caught, "catch") + on)
    return joined([catches, *_more(line, receiving_tds="touchdown")])


def _defence(line: Numbers) -> str:
    return joined(counted(line[s], _COUNTED[s]) for s in line if s in _COUNTED and line[s])


def _kicks(line: Numbers) -> str:
    said = []
    if line.get("fg_att"):
        longest = f" (longest {line['fg_long']})" if line.get("fg_long") else ""
        said.append(f"{line.get('fg_made', 0)} of {counted(line['fg_att'], 'field goal')}{longest}")
    if line.get("pat_att"):
        said.append(f"{line.get('pat_made', 0)} of {counted(line['pat_att'], 'extra point')}")
    return joined(said)


def _punts(line: Numbers) -> str:
    if not line.get("pt_att"):
        return ""
    return _yards(line, "pt_yards", counted(line["pt_att"], "punt"))
