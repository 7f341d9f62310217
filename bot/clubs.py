"""The 32 clubs: codes, names, colours, and every way a feed may call them.

Facts only. Codes are nflverse's; `by_code` also knows those of ESPN and Pro Football Reference and of clubs that moved.
"""

from dataclasses import dataclass
from functools import cache

from bot.model import ClubCode


@dataclass(frozen=True, slots=True)
class Club:
    """One club.

    Attributes:
        nickname: what the card shows ("Vikings").
        espn: ESPN's team id.
        colour: 0xRRGGBB.
        aliases: other names in print, also of the club's past.
        places: other names of its place, which say nothing of the sport.
        codes: other codes for it.
    """

    code: ClubCode
    city: str
    nickname: str
    espn: str
    colour: int
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """City and nickname."""
        return f"{self.city} {self.nickname}"


def _club(  # noqa: PLR0917 - one row of the table below
    code: str, city: str, nickname: str, espn: int, colour: int,
    aliases: str = "", places: str = "", codes: str = "",
) -> Club:  # fmt: skip
    return Club(
        ClubCode(code), city, nickname, str(espn), colour,
        _split(aliases), _split(places), tuple(codes.split()),
    )  # fmt: skip


def _split(printed: str) -> tuple[str, ...]:
    return tuple(part for part in printed.split("|") if part)


CLUBS: tuple[Club, ...] = (
    _club("ARI", "Arizona", "Cardinals", 22, 0x97233F, "Cards|Arizona Cards", "", "CRD ARZ"),
    _club("ATL", "Atlanta", "Falcons", 1, 0xA71930, "Dirty Birds"),
    _club("BAL", "Baltimore", "Ravens", 33, 0x241773, "", "", "RAV BLT"),
    _club("BUF", "Buffalo", "Bills", 2, 0x00338D),
    _club("CAR", "Carolina", "Panthers", 29, 0x0085CA),
    _club("CHI", "Chicago", "Bears", 3, 0x0B162A, "Da Bears|Monsters of the Midway"),
    _club("CIN", "Cincinnati", "Bengals", 4, 0xFB4F14, "", "Cincy"),
    _club("CLE", "Cleveland", "Browns", 5, 0xFF3C00, "", "Dawg Pound", "CLV"),
    _club("DAL", "Dallas", "Cowboys", 6, 0x002244, "America's Team", "Big D"),
    _club("DEN", "Denver", "Broncos", 7, 0x002244),
    _club("DET", "Detroit", "Lions", 8, 0x0076B6, "", "Motown|Motor City"),
    _club("GB", "Green Bay", "Packers", 9, 0x203731, "Pack", "Titletown", "GNB"),
    _club("HOU", "Houston", "Texans", 34, 0x03202F, "", "H-Town", "HTX HST"),
    _club("IND", "Indianapolis", "Colts", 11, 0x002C5F, "", "Indy", "CLT"),
    _club("JAX", "Jacksonville", "Jaguars", 30, 0x006778, "Jags", "Jax|Duval", "JAC"),
    _club("KC", "Kansas City", "Chiefs", 12, 0xE31837, "", "K.C.", "KAN"),
    _club("LA", "Los Angeles", "Rams", 14, 0x003594, "LA Rams|L.A. Rams|St. Louis Rams", "L.A.|St. Louis", "LAR STL RAM"),
    _club("LAC", "Los Angeles", "Chargers", 24, 0x007BC7, "Bolts|LA Chargers|L.A. Chargers|San Diego Chargers", "L.A.|San Diego", "SD SDG"),
    _club("LV", "Las Vegas", "Raiders", 13, 0x000000, "Oakland Raiders|Silver and Black", "Oakland|Vegas", "OAK RAI LVR"),
    _club("MIA", "Miami", "Dolphins", 15, 0x008E97, "Fins|Phins", "South Beach"),
    _club("MIN", "Minnesota", "Vikings", 16, 0x4F2683, "Vikes"),
    _club("NE", "New England", "Patriots", 17, 0x002244, "Pats", "Foxborough|Foxboro", "NWE"),
    _club("NO", "New Orleans", "Saints", 18, 0xD3BC8D, "", "NOLA|Big Easy", "NOR"),
    _club("NYG", "New York", "Giants", 19, 0x0B2265, "Big Blue|G-Men|NY Giants|N.Y. Giants", "Big Apple|East Rutherford"),
    _club("NYJ", "New York", "Jets", 20, 0x003F2D, "Gang Green|NY Jets|N.Y. Jets", "Big Apple|East Rutherford"),
    _club("PHI", "Philadelphia", "Eagles", 21, 0x004C54, "", "Philly"),
    _club("PIT", "Pittsburgh", "Steelers", 23, 0x000000, "", "Steel City"),
    _club("SEA", "Seattle", "Seahawks", 26, 0x002244, "", "Emerald City"),
    _club("SF", "San Francisco", "49ers", 25, 0xAA0000, "Niners|Forty-Niners", "San Fran", "SFO"),
    _club("TB", "Tampa Bay", "Buccaneers", 27, 0xA71930, "Bucs|Tampa Bay Bucs", "Tampa", "TAM"),
    _club("TEN", "Tennessee", "Titans", 10, 0x4495D2, "", "", "OTI"),
    _club("WAS", "Washington", "Commanders", 28, 0x5A1414, "Commies|Redskins|Skins|Washington Redskins|Washington Football Team|Football Team", "D.C.", "WSH"),
)  # fmt: skip

_BY_CODE = {code: club for club in CLUBS for code in (club.code, *club.codes)}
_BY_ESPN = {club.espn: club for club in CLUBS}


def by_code(code: str) -> Club | None:
    """The club with this code in any of the known notations, or None."""
    return _BY_CODE.get(code.strip().upper())


def by_espn_id(number: str) -> Club | None:
    """The club with this ESPN team id, or None."""
    return _BY_ESPN.get(number)


def name(code: ClubCode) -> str:
    """The club's nickname as cards show it."""
    return _BY_CODE[code].nickname


def city(code: ClubCode) -> str:
    """The club's city, casefolded."""
    return _BY_CODE[code].city.casefold()


@cache
def places() -> frozenset[str]:
    """Names that are a place's, casefolded: other leagues have clubs there too."""
    return frozenset(text.casefold() for club in CLUBS for text in (club.city, *club.places))


@cache
def printed_codes() -> dict[str, tuple[ClubCode, ...]]:
    """Codes as posts print them ("a fifth to NYJ"), without those that are words in capitals."""
    found = {
        code: (club.code,)
        for club in CLUBS
        for code in (club.code, *club.codes)
        if code not in _WORDS
    }
    return found | {"LA": (ClubCode("LA"), ClubCode("LAC"))}


@cache
def word_codes() -> dict[str, ClubCode]:
    """Codes that are words in capitals as well."""
    return {
        code: club.code for club in CLUBS for code in (club.code, *club.codes) if code in _WORDS
    }


_WORDS = frozenset("CAR WAS TEN NO MIN SEA PIT DEN SD RAM RAI CRD RAV".split())


@cache
def members() -> dict[str, ClubCode]:
    """What one man of a club is called, casefolded: "he is a Raven", and by its former name "a Redskin"."""
    return {
        name.removesuffix("s").casefold(): club.code
        for club in CLUBS
        for name in (*(one for one in club.aliases if one in _FORMER), club.nickname)
        if name.endswith("s")
    }


_FORMER = frozenset({"Redskins"})  # nicknames of a club that is called otherwise now


@cache
def names() -> dict[str, tuple[ClubCode, ...]]:
    """Every printed name, casefolded, to the clubs it may mean: "new york" is two of them."""
    found: dict[str, tuple[ClubCode, ...]] = {}
    for club in CLUBS:
        member = club.name.removesuffix("s")  # "he is a New York Jet"
        for text in (club.name, member, club.city, club.nickname, *club.aliases, *club.places):
            key = text.casefold()
            found[key] = (*found.get(key, ()), club.code)
    return found
