"""People: whose word counts, positions and titles, and what a player's name looks like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.extract import press
from bot.model import Source, SourceKind

_POSITIONS = """
QB quarterback quarterbacks qb passer|RB running_back running_backs tailback halfback ballcarrier
HB hb|FB fullback fb|WR slot_receiver wide_receiver wide_receivers receiver receivers wideout wideouts pass_catcher
TE tight_end tight_ends|OT offensive_tackle offensive_tackles left_tackle right_tackle tackle tackles
T t|G guard guards left_guard right_guard offensive_guard|C center centers|OG og
OL offensive_lineman offensive_linemen lineman linemen|DE defensive_end defensive_ends
DT defensive_tackle defensive_tackles|NT nose_tackle nose|DL defensive_lineman defensive_linemen
EDGE edge edge_rusher edge_rushers pass_rusher pass_rushers rusher|LB linebacker linebackers
ILB inside_linebacker middle_linebacker|OLB outside_linebacker outside_linebackers
CB cornerback cornerbacks corner corners nickelback|S safety safeties free_safety strong_safety|DB defensive_back defensive_backs
K kicker placekicker|P punter|LS long_snapper|KR return_specialist returner return_man return_ace kick_returner punt_returner|FS fs|SS ss|MLB mlb|LT lt|RT rt|LG lg|RG rg
SAF saf|PK pk|IDL idl iol interior_lineman|PR pr
"""

_TITLES = (
    "gm|general manager|coach|head coach|owner|president|commissioner|agent|coordinator"
    "|offensive coordinator|defensive coordinator|executive|vice president|interim coach|analyst"
    "|reporter|insider|columnist|agents|chief executive|co-owner|chairman|spokesman|ceo"
)

# Capitalised words that are never part of a player's name: the calendar, honours, headline words.
NOT_NAMES = frozenset(
    """
    the a an and or but if as at by for from in into of off on onto over to up with after before
    monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow yesterday
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer fall winter
    nfl nfc afc super bowl pro all-pro all pro-bowl hall fame mvp rookie heisman week day year round
    north south east west draft no nos pick picks first second third fourth fifth sixth seventh
    breaking report reports reported sources source update official officially trade trades traded
    trading per via he she they it his her their its we our you i who what why how when where which
    will would could should can may might must did does do is are was were has have had be been
    being not never still just also now then once finally reportedly again this that these those
    here there star veteran former ex starting starter backup disgruntled embattled longtime young
    new big huge massive stunning surprise blockbuster deadline season offseason preseason camp
    training league team teams club clubs game games playoff playoffs nearly almost another other
    two three four five six seven eight nine ten eleven twelve multiple several some many both
    more most less ahead amid following during under because since while until despite like
    talks rumors rumor request requests interest market block deal deals swap agreement package
    full final grades grade winners losers reaction analysis fantasy mock power rankings best worst
    every each any one ones none i'm it's we've text look looks expected set likely
    general manager coach owner gm hc oc dc president head coordinator agent standout injured
    former three-time two-time four-time five-time time times offensive defensive player
    ii iii iv jr. sr. jr sr vs vs. nos. no. add adds pending conditional physical career
    emotional message scoreless exclusive live watch video photos podcast transcript
    how nine long-shot logical source: help need needing needs seeking wanting reunited
    news channel network radio podcast defending honoree winner
    longest-tenured two-year one-year three-year multi-year man men hometown name top no-trade
    mania madness fever hype frenzy saga drama sweepstakes era mayhem magic circus island nation parade party
    experiment experience revolution homecoming reunion bandwagon dynasty legacy
    sport sports tv fm gazette tribune chronicle herald dispatch sentinel telegraph broadcasting
    """.split()
)

# Common words that are also names, as the second word of one, and as the first.
ODD_SURNAMES = frozenset(
    "young hall best day west north east long likely may land means head price cash still grant"
    " hand cook round march top ford winters fall spring summer love deal rush".split()
)
ODD_FIRST_NAMES = frozenset({"will", "may", "chase", "grant", "star", "june"})

PARTICLES = frozenset(
    "van von der de la del di da du le st. vander ter den dos ben bin al el".split()
)
SUFFIXES = frozenset("jr. jr sr. sr ii iii iv v".split())
NAME_CITIES = frozenset({"washington", "houston", "dallas", "cleveland", "denver", "jackson"})


def positions() -> dict[str, str]:
    """Every printed position, casefolded, to its abbreviation; abbreviations are printed in capitals."""
    found: dict[str, str] = {}
    for row in _POSITIONS.replace("\n", "|").split("|"):
        if row.strip():
            short, *printed = row.split()
            for text in (short.casefold(), f"{short.casefold()}s", *printed):
                found.setdefault(text.replace("_", " "), short)
    return found


def titles() -> tuple[str, ...]:
    """Titles before the names of people who cannot be traded, casefolded."""
    return tuple(_TITLES.split("|"))


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """Whom a report may name as its source; compared by identity, because readers cache by it.

    Attributes:
        reporters: by casefolded name, and by handle with its "@".
        outlets: by casefolded printed name.
    """

    reporters: Mapping[str, Source]
    outlets: Mapping[str, Source]


def with_voices(
    *,
    reporters: Iterable[tuple[str, str, int]] = (),
    outlets: Iterable[tuple[str, Sequence[str], int]] = (),
) -> Voices:
    """The known voices, with these in addition or instead.

    Args:
        reporters: name, handle (may be empty) and tier of each.
        outlets: name, further printed names and tier of each.
    """
    by_name = dict(KNOWN.reporters)
    for name, handle, tier in reporters:
        source = Source(name=name, kind=SourceKind.REPORTER, tier=tier)
        by_name |= dict.fromkeys(_keys_of(name, by_name), source)
        if handle:
            by_name[f"@{handle.lstrip('@').casefold()}"] = source
    by_print = dict(KNOWN.outlets)
    for name, printed, tier in outlets:
        source = Source(name=name, kind=SourceKind.OUTLET, tier=tier)
        known = _keys_of(name, by_print)
        by_print |= dict.fromkeys((*known, *(text.casefold() for text in printed)), source)
    return Voices(by_name, by_print)


def _keys_of(name: str, known: Mapping[str, Source]) -> tuple[str, ...]:
    """Every key of the source of this name, and the name itself."""
    key = name.casefold()
    return (key, *(text for text, source in known.items() if source.name.casefold() == key))


KNOWN = Voices(press.reporters(), press.outlets())
