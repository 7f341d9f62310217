"""Which league a text is about: words that only other leagues have, and what proves the NFL. Facts only."""

_OTHER_CLUBS = (  # names that no NFL reader would take for anything else
    "maple leafs|canadiens|bruins|sabres|red wings|blackhawks|canucks|oilers|islanders|penguins"
    "|capitals|hurricanes|golden knights|blue jackets|predators|avalanche|kraken|senators|new york rangers"
    "|texas rangers|florida panthers|winnipeg jets|san jose sharks|anaheim ducks|calgary flames"
    "|tampa bay lightning|minnesota wild|dallas stars|los angeles kings|sacramento kings|st. louis blues"
    "|new jersey devils|philadelphia flyers|flyers|arizona coyotes|coyotes|utah mammoth|washington capitals"
    "|lakers|celtics|cavaliers|knicks|76ers|sixers|raptors|pacers|pistons|timberwolves|grizzlies|pelicans"
    "|trail blazers|blazers|nuggets|clippers|mavericks|hornets|wizards|spurs|chicago bulls|charlotte hornets"
    "|miami heat|orlando magic|utah jazz|oklahoma city thunder|brooklyn nets|phoenix suns|houston rockets"
    "|atlanta hawks|milwaukee bucks|golden state warriors|yankees|red sox|blue jays|orioles|white sox"
    "|guardians|astros|mariners|athletics|phillies|mets|nationals|marlins|braves|brewers|dodgers|padres"
    "|diamondbacks|rockies|st. louis cardinals|san francisco giants|chicago cubs|cubs|cincinnati reds"
    "|pittsburgh pirates|kansas city royals|minnesota twins|detroit tigers|los angeles angels"
    "|tampa bay rays|roughriders|blue bombers|argonauts|alouettes|tiger-cats|elks|stampeders"
    "|the thunder|the rockets|the bulls|the heat|the hawks|the nets|the suns|the bucks|the warriors"
    "|the kings|the stars|the wild|the lightning|the ducks|the sharks|the devils|the blues|the flames"
    "|the royals|the twins|the tigers|the angels|the rays|the reds|the pirates|the rangers"
    "|penrith|parramatta|cronulla|south sydney|rabbitohs|brisbane broncos|brisbane lions|gold coast titans"
    "|canberra raiders|wests tigers|north queensland cowboys|manly warringah|sea eagles|newcastle knights"
    "|sydney roosters|sydney swans|melbourne storm|canterbury bulldogs|new zealand warriors|redcliffe"
    "|west coast eagles|gws|gws giants|greater western sydney|collingwood|essendon|fremantle|geelong"
    "|port adelaide|adelaide crows|st. kilda|western bulldogs|hawthorn hawks|carlton blues|richmond tigers"
    "|gold coast suns|leinster|saracens|exeter chiefs|sale sharks|leicester tigers|northampton saints"
    "|new england free jacks|catalans|hull kr|warrington wolves|wigan"
)
_OTHER_CITIES = (  # places with a club elsewhere and none in the NFL
    "anaheim|calgary|edmonton|toronto|ottawa|montreal|vancouver|winnipeg|san jose|columbus"
    "|colorado|florida|new jersey|milwaukee|memphis|orlando|oklahoma city|portland|sacramento"
    "|san antonio|charlotte|brooklyn|golden state|phoenix|utah|hamilton|saskatchewan"
    "|brisbane|canberra|adelaide|perth|auckland"
)
_OTHER_WORDS = (
    "jeff passan|ken rosenthal|jon heyman|elliotte friedman|pierre lebrun|darren dreger|bob mckenzie"
    "|shams charania|adrian wojnarowski|nhl|nba|mlb|wnba|mls|cfl|ahl|ufl|goalie|goaltender|netminder|defenseman|defensemen|blueliner"
    "|left winger|right winger|winger|pitcher|reliever|outfielder|infielder|shortstop|catcher"
    "|second baseman|third baseman|first baseman|left-hander|right-hander|southpaw|slugger"
    "|designated hitter|point guard|shooting guard|power forward|small forward|lefty|bullpen|lhp|rhp"
    "|fantasy league|my league|premier league|midfielder|striker|transfer portal"
    "|afl|aflw|nrl|rugby|super rugby|super league|premiership|state of origin|ruckman|fly half|scrum half"
    "|half back flanker|five eighth|footy|fox footy|espn australia"
)
_NFL_WORDS = (
    "nfl|quarterback|running back|wide receiver|receiver|wideout|tight end|linebacker|cornerback"
    "|pass rusher|edge rusher|defensive end|defensive tackle|nose tackle|offensive tackle|left tackle"
    "|right tackle|offensive lineman|defensive lineman|fullback|pass-rusher|safety|pro bowl|all-pro|super bowl champ"
)
# Abbreviations that no other league shares (C, G, T, F, D, LW, P, 1B are shared).
NFL_POSITIONS = frozenset(
    "QB RB WR TE OT OG OL LT RT DT NT DL EDGE LB ILB OLB MLB CB DB SS FS LS FB HB DE S K".split()
)
NFL_CITIES = frozenset(
    {"green bay", "jacksonville", "new england", "tennessee"}
)  # no club elsewhere
DIAMOND_NAMES = frozenset(
    {"giants", "cardinals", "cards"}
)  # shared with baseball, which trades no picks
_HOCKEY_CITIES = (  # NFL places with an NHL club, now or lately: a pick there proves nothing
    "arizona|buffalo|carolina|chicago|dallas|detroit|los angeles|minnesota|new york|philadelphia"
    "|pittsburgh|seattle|tampa bay|washington|st. louis|las vegas|vegas|atlanta"
)


def other_clubs() -> tuple[str, ...]:
    """Printed names of other leagues' clubs, casefolded; printed with a capital."""
    return tuple(_OTHER_CLUBS.split("|"))


def other_cities() -> tuple[str, ...]:
    """Places that have a club elsewhere only, casefolded; people and colleges bear these names too."""
    return tuple(_OTHER_CITIES.split("|"))


def other_words() -> tuple[str, ...]:
    """Words that only another league uses, casefolded."""
    return tuple(_OTHER_WORDS.split("|"))


def nfl_words() -> tuple[str, ...]:
    """Words that prove the NFL, casefolded."""
    return tuple(_NFL_WORDS.split("|"))


def hockey_cities() -> frozenset[str]:
    """NFL cities that also had an NHL club, casefolded: a pick from there proves nothing."""
    return frozenset(_HOCKEY_CITIES.split("|"))
