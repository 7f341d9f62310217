"""The frames in which a text attributes its news: per, told, reports, a colon, a signature."""

from collections.abc import Sequence

from bot import clubs
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.model import SourceKind

_PER = frozenset({"per", "according to"})
_AHEAD = _PER | {"via", "citing", "cites", "cited", "rt", "h"}
_TELLS = frozenset({"told", "tell", "tells", "informed", "informs"})
_SPOKE = frozenset("confirmed confirms spoke speaking speaks".split())
_BEHIND_BY = frozenset(
    "reported report reports tweeted confirmed said told written first posted relayed".split()
)
_REPORTS = frozenset(
    "reports report reported tweets tweeted says said writes wrote adds added notes noted confirms"
    " confirmed relays relayed hears heard posts posted learned broke reporting say understands".split()
)
_BEFORE_REPORTS = frozenset(
    "now first also has have was were is are had just since later to the on".split()
)
INFORMANTS = frozenset(
    "source sources person people official officials executive executives familiar knowledge"
    " agent agents owner coach gm general".split()
)
_CLUBS = frozenset({"team", "teams", "club", "clubs"})
_BESIDE = frozenset(
    "me insider reporter analyst senior writer columnist nfl com colleague"
    " insiders reporters writers colleagues".split()
)
_PICTURE = frozenset("photo photos image images picture credit getty file".split())
_FALSE_VOICES = frozenset(
    "burner parody impostor imposter impersonator clone lookalike troll satire fake".split()
)  # "Jane Roe's burner", "Jane Roe's parody account"
_LABELS = frozenset("source sources report reports reporter breaking rt via".split())
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan. feb."
    " mar. apr. aug. sept. oct. nov. dec. on".split()
)
_NEWS = frozenset({"news", "scoop", "details", "terms"})
_BESIDE_NAME = frozenset({"(", ")", ",", "via", "with", "and", "&"})
_STATION = frozenset({"tv", "radio", "am", "fm"})
_DASHES = frozenset({"\u2014", "--", "~", "-", "|"})
_NEAR = 8  # chunks before "told" among which the informant stands, before a name a picture's credit
_DESCRIBED = 4  # chunks between "per" and the name: "per longtime Rams reporter"
_JOINS = frozenset({Kind.AND, Kind.OF, Kind.FOR, Kind.WITH, Kind.PERSON, Kind.COMMA})
TELLING = frozenset(
    "reports writes says tweets adds reported wrote said tweeted notes hears".split()
)
_UNKNOWN = 3  # tier of a reporter whom nobody listed
_NEAR_VERB = 5  # chunks between a name and its verb: "was the first to report"
_KNOWS = 5  # chunks behind "ESPN's Adam Schefter has" before the colon: "has the price:"


def frame(chunks: Sequence[Chunk], index: int) -> str:
    """The frame that attributes news to the source, or to whoever shares it; empty where none does."""
    first, stop = group(chunks, index)
    near = chunks[max(0, first - _NEAR) : stop + 1]
    if any(not _PICTURE.isdisjoint(chunk.text.casefold().split()) for chunk in near):
        return ""
    if any(chunk.text in _FALSE_VOICES for chunk in chunks[stop : stop + 2]):
        return ""
    if is_led(chunks, first):
        return "per"
    if reports(chunks, stop):
        return "reports"
    if _heads_line(chunks, first, stop):
        return "heads"
    return "signs" if signs(chunks, first, stop) else ""


def group(chunks: Sequence[Chunk], index: int) -> tuple[int, int]:
    """First and stop of the run "ESPN's Adam Schefter and @RapSheet": names, handles, employers."""
    first, stop = index, index + 1
    while first and _belongs(chunks, first - 1, first - 2):
        first -= 1
    while stop < len(chunks) and _belongs(chunks, stop, stop + 1):
        stop += 1
    return first, stop


def _belongs(chunks: Sequence[Chunk], index: int, beyond: int) -> bool:
    chunk = chunks[index]
    if chunk.source is not None or chunk.text.casefold() in _BESIDE:
        return True
    other = chunks[beyond] if 0 <= beyond < len(chunks) else None
    named = other is not None and (
        other.source is not None or other.text == "me" or other.kind is Kind.PLAYER
    )
    if chunk.kind is Kind.PLAYER:  # "Jane Roe of the Star": the unknown colleague
        behind = at(chunks, index + 1)
        return behind is not None and behind.kind in {Kind.OF, Kind.AND}
    if _is_pair(chunk, other):
        after = at(chunks, 2 * beyond - index)
        return after is not None and after.source is not None
    if chunk.text.isdigit():  # "FOX 9's Jane Roe"
        before = at(chunks, index - 1)
        return before is not None and before.source is not None
    return named and chunk.kind in _JOINS


def _is_pair(one: Chunk, two: Chunk | None) -> bool:
    """Read ", with" and ", and"."""
    links = {Kind.COMMA, Kind.WITH, Kind.AND}
    return two is not None and one.kind is not two.kind and {one.kind, two.kind} <= links


def is_led(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "per", "according to", "sources told", "reported by", "report from"."""
    before = at(chunks, first - 1)
    if before is None or is_negated(chunks, first):
        return False
    if before.text in _AHEAD or _is_described(chunks, first) or _is_one_of_many(chunks, first):
        return True
    if _leads_behind_verb(chunks, first):
        return True
    if before.text in _TELLS:
        words = {c.text for c in chunks[max(0, first - _NEAR) : first - 1]}
        informed = bool(words & INFORMANTS) or any("source" in word for word in words)
        return informed or is_reporter(at(chunks, first - 2)) or _is_club(at(chunks, first - 2))
    prior = at(chunks, first - 2)
    if before.kind is Kind.TO and prior is not None and prior.text in _SPOKE:
        return True
    return before.kind in {Kind.BY, Kind.FROM} and (
        (prior is None and before.kind is Kind.BY)
        or (prior is not None and prior.text in _BEHIND_BY)
    )


def _is_club(chunk: Chunk | None) -> bool:
    """Read "the teams told AP", "the Bears told ESPN"."""
    return chunk is not None and (chunk.kind is Kind.CLUB or chunk.text in _CLUBS)


def _is_one_of_many(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "multiple outlets, including ESPN"."""
    if chunks[first - 1].text not in {"including", "among them"}:
        return False
    return any(c.text in {"reports", "outlets"} for c in chunks[max(0, first - 4) : first - 1])


def _leads_behind_verb(chunks: Sequence[Chunk], first: int) -> bool:
    """Read ", reports Jane Roe", "writes Jane Roe", "h/t Jane Roe", and a line that begins with "From"."""
    before, prior = at(chunks, first - 1), at(chunks, first - 2)
    if before is None:
        return False
    if before.text in TELLING:
        return prior is None or prior.kind in {Kind.COMMA, Kind.STOP, Kind.AND}
    if before.text == "t":
        return prior is not None and prior.text == "/"
    return before.kind is Kind.FROM and prior is None


def _is_described(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "per longtime Rams reporter Jane Rowe"."""
    for chunk in reversed(chunks[max(0, first - _DESCRIBED) : first]):
        if chunk.text in _PER:
            return True
        if chunk.kind not in {Kind.WORD, Kind.CLUB, Kind.PERSON}:
            return False
    return False


def is_negated(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "neither A nor B", "nothing from A", "not reported by A"."""
    near = {c.text for c in chunks[max(0, first - 4) : first]}
    return bool(
        near & {"neither", "nor", "not", "no", "nothing", "never", "without", "yet"}
    ) or any(text.endswith("n't") for text in near)


def reports(chunks: Sequence[Chunk], stop: int) -> bool:
    """Read "X reports", "X has learned", "X first reported", and not "neither X nor Y has reported"."""
    first = stop - 1
    while first > 0 and _belongs(chunks, first - 1, first - 2):
        first -= 1
    lead = at(chunks, first - 1)
    if lead is not None and lead.text in {"neither", "nor", "not", "no", "nobody"}:
        return False
    if (at(chunks, stop) or lead) and chunks[stop:] and chunks[stop].text == "has":
        ahead = chunks[stop + 1 : stop + _KNOWS]
        if any(chunk.kind is Kind.COLON for chunk in ahead):
            return True
    stop = _behind_town(chunks, stop)
    if _has_it(chunks[stop : stop + _NEAR_VERB]) or _tells_outlet(chunks, stop):
        return True
    for chunk in chunks[stop : stop + _NEAR_VERB]:
        if chunk.text in _REPORTS:
            return True
        filler = chunk.text in _BEFORE_REPORTS or chunk.text in {")", "(", ""}  # "first" is a round
        if not filler and not chunk.source and chunk.text[:1] != "@":
            return False
    return False


def _behind_town(chunks: Sequence[Chunk], stop: int) -> int:
    """Where "KUSA-TV in Denver reports" goes on behind the station's town."""
    end = stop
    while end < len(chunks) and chunks[end].text in _STATION:
        end += 1
    town = chunks[end : end + 2]
    named = [one.kind for one in town] == [Kind.SOFT, Kind.CLUB] and town[0].text == "in"
    return end + 2 if named and town[1].text in clubs.places() else stop


def _tells_outlet(chunks: Sequence[Chunk], stop: int) -> bool:
    """Read "Adam Schefter tells ESPN": what he knows is his."""
    verb, outlet = at(chunks, stop), at(chunks, stop + 1)
    tells = verb is not None and verb.text in _TELLS and is_reporter(at(chunks, stop - 1))
    return tells and outlet is not None and outlet.source is not None


def _has_it(behind: Sequence[Chunk]) -> bool:
    """Read "Adam Schefter with the news" and "Adam Schefter had it first"."""
    words = [chunk.text for chunk in behind]
    news = next((i for i, word in enumerate(words) if word in _NEWS), None)
    if news is None:
        return words[:2] == ["had", "it"] and len(words) > 2  # noqa: PLR2004 - "first"
    return "with" in words[:news] and all(w in _BEFORE_REPORTS | {"with", ""} for w in words[:news])


def _heads_line(chunks: Sequence[Chunk], first: int, stop: int) -> bool:
    """Read "Adam Schefter: ..." and "Source: ESPN"."""
    after, before = at(chunks, stop), at(chunks, first - 1)
    if after is not None and after.text in {"source", "sources"}:
        after = at(chunks, stop + 1)
    begins = before is None or before.kind is Kind.COLON or before.text in _LABELS
    if begins and after is not None and after.kind is Kind.COLON:
        return True
    label = at(chunks, first - 2)
    return (
        before is not None and before.kind is Kind.COLON
        and label is not None and label.text in _LABELS and after is None
    )  # fmt: skip


def signs(chunks: Sequence[Chunk], first: int, stop: int) -> bool:
    """Read "(AP)", "- Jay Glazer (@JayGlazer)" and a line of nothing but the name; a photo's credit is none."""
    before, after = at(chunks, first - 1), at(chunks, stop)
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return True
    rest = [c for c in chunks[stop:] if c.source is None and c.text not in _BESIDE_NAME]
    rest = [c for c in rest if c.text[:1] != "@"]
    dated = rest and (rest[0].text in _CALENDAR or rest[0].text[:1].isdigit())
    return (not rest or bool(dated)) and (before is None or before.text in _DASHES)


def at(chunks: Sequence[Chunk], index: int) -> Chunk | None:
    """The chunk at this index, or None outside the sentence."""
    return chunks[index] if 0 <= index < len(chunks) else None


def employs(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "ESPN's Adam Schefter" and "Adam Schefter of ESPN": the known reporter is the source.

    Where nobody knows him, the outlet is a source beside him.
    """
    outlet = chunks[index]
    if outlet.source is None or outlet.source.kind is not SourceKind.OUTLET:
        return False
    after = next((c for c in chunks[index + 1 :] if c.text not in _BESIDE), None)
    if is_reporter(after):
        return True
    behind_of = index > 1 and chunks[index - 1].kind in {Kind.OF, Kind.FOR, Kind.WITH}
    return behind_of and is_reporter(chunks[index - 2])


def is_reporter(chunk: Chunk | None) -> bool:
    """A reporter whom somebody listed."""
    source = chunk.source if chunk else None
    return source is not None and source.kind is SourceKind.REPORTER and source.tier < _UNKNOWN
