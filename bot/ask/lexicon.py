"""The words that a question may be made of, besides names: each phrase with what it says.

In a phrase `#` stands for a number, `@` for a year, `%` for an ordinal, `^` for the beginning of the question.
"""

from typing import Final

from bot.ask import refusals
from bot.ask.meanings import (
    Against,
    Clubs,
    Division,
    Filler,
    FollowUp,
    Group,
    Manner,
    Meaning,
    Month,
    Pronoun,
    Refuse,
    Takes,
)
from bot.ask.measure import Measure
from bot.ask.measures import PHRASES
from bot.ask.query import Cue, Part, RelativeWeek, Time
from bot.clubs import CLUBS
from bot.clubs import names as club_names
from bot.model import ClubCode

_FILLERS = """
a an the of in on at for to with from by and as is are was were be been do does did doing done has have had having
what which whom where when show between give list please me my tell us can could you i we would like know find out
her its it there s so league far that this those these nfl football official all any
number numbers amount season year total each during also just yet now currently today right then
come came going go went happen happened name names look up see time times up than
whats whos hes shes wheres hows whens thats theyre whatre exactly actually really please thanks hey hi hello entire whole
""".split()

_CUES: Final = {
    Cue.MOST: "most|highest|leader|leaders|leads|lead|led|leading|greatest|max|maximum|the most|top",
    Cue.FEWEST: "fewest|least|lowest|minimum",
    Cue.BEST: "best",
    Cue.WORST: "worst",
    Cue.CAREER_HIGH: "career high|career highs|career best|personal best|career most",
    Cue.BEST_GAME: "best game|biggest game|best single game|highest single game|best performance|best week",
    Cue.BEST_SEASON: "best season|best year|career best season|best single season|best statistical season",
    Cue.IN_A_GAME: "in a game|in one game|in a single game|single game|game record|in any game|in a week|single game record",
    Cue.IN_A_SEASON: "in a season|in one season|in a single season|single season|season record|single season record",
    Cue.BY_GAME: "game log|game by game|week by week|by week|by game|per week|each week|each game|every game|games log",
    Cue.COMPARE: "compare|comparison|versus|better|who was better|who is better|who had more|difference between|compared to|compared with|side by side",
    Cue.OR: "or",
    Cue.RANK: "rank|ranks|ranked|ranking|rankings|place|where do they stand|stand",
    Cue.RECORD: "record|records|win loss record|wins and losses|win loss|how many wins|how many losses|games won|wins|losses",
    Cue.STANDINGS: "standings|table",
    Cue.WIN: "win|won|winning|winner|beat|wins the|defeat|defeated|victory",
    Cue.LOSE: "lose|lost|loss|losing",
    Cue.SCORE: "score|result|final score|final|results|scored|scores|final scores",
    Cue.PLAY: "play|plays|playing|played|face|facing|who do they play|meet|faced",
    Cue.NEXT: "next|next game|next opponent|upcoming|up next|play next|next match|next up|kick off|kickoff",
    Cue.GAME: "game|games|match|matchup|matchups|opponent|opponents",
    Cue.LATEST: "last|latest|recent|most recent|previous|newest|recently",
    Cue.SCHEDULE: "schedule|fixtures|fixture list",
    Cue.MAKE: "make|made|reach|reached|qualify|qualified|get into|got into|making",
    Cue.STREAK: "streak|streaks|run of results|in a row|consecutive",
    Cue.ODDS: "odds|spread|spreads|point spread|line|lines|betting line|betting lines|favourite|favourites|favorite|favorites|favoured|favored|underdog|underdogs|moneyline|money line|over under|betting odds",
    Cue.SUMMARY: "about|overview|summary|summarise|summarize|profile",
    Cue.STATS: "stats|stat|statistics|stat line|statline|line score|totals|numbers for|season line|stat lines|season stats",
    Cue.HOW: "how did|how has|how is|how are|how was|how were|how have|how do|how does|how",
    Cue.OPINION: "good season|good year|good game|bad season|great season|bad year|great year|bad game|great game|any good|good|bad",
    Cue.TEAM: "team|teams|club|clubs|which team|franchise|offense|offence|offenses|offences",
    Cue.DEFENCE: "defense|defence|defenses|defences|defending",
    Cue.PLAYER: "player|players",
    Cue.WHO: "who|anybody|anyone|somebody|someone|everybody|everyone|nobody",
    Cue.HOW_MANY: "how many|how much|how often|how many times",
    Cue.ALLOWED: "allowed|allow|given up|conceded|surrendered|allowing|gave up on defense|against them|conceding|giving up",
    Cue.TIES: "ties|tie|tied games|draws|tied",
    Cue.COLLEGE: "college|go to college|went to college|school|go to school|alma mater|university|attend college|college did",
    Cue.AGE: "how old|age|born|birthday|birth date|date of birth|birthdate|old",
    Cue.POSITION: "position|what position|which position",
    Cue.PLAYS_FOR: "play for|plays for|played for|playing for|which teams has|which clubs has|current team|what team is|which team is|career path",
    Cue.DRAFTED: "drafted|draft|what round|which round|what pick|which pick|draft position|draft class|get drafted|go in the draft|picked in the draft|undrafted|selected|drafting|was drafted",
    Cue.CONTRACT: "contract|contracts|salary|apy|guaranteed|guaranteed money|paid|earn|earns|deal|contract details|make a year|contract worth|under contract|average per year",
    Cue.INJURY: "injury|injured|hurt|injury report|injury status|injuries|questionable|injury history|injury designation|healthy",
    Cue.RESERVE: "ir|injured reserve|on ir|on injured reserve|reserve list|reserve",
    Cue.DEPTH: "depth chart|depth charts|starter|starters|starting|starts|backup|backups|depth|start at|started",
    Cue.SNAPS: "snaps|snap count|snap counts|snap share|snap|snap percentage|share of snaps|share of the snaps|playing time",
    Cue.COACH: "coach|coaches|head coach|coached|hc|coaching|head coaches",
    Cue.STAFF: "staff|coaching staff|coordinator|coordinators|coaches and coordinators",
    Cue.OFFENCE_COACH: "oc|offensive coordinator|ocs|offensive coordinators",
    Cue.DEFENCE_COACH: "dc|defensive coordinator|dcs|defensive coordinators",
    Cue.UNDER: "under|play under|played under|coached by|work with|worked with|play for coach|played for coach|worked under|work under|work together|worked together|under coach|with coach|been coached by|worked before with|common with",
    Cue.COST: "cost|price|give up for|gave up for|pay for|paid for|get for|got for|in exchange for|in return for|receive for|received for|give for|trade compensation|compensation|haul|fetch|send for|sent for|return for|trade for in return",
    Cue.TRADE: "trade|trades|traded|trading|deals|trade history|swap|swaps|been traded|trades involving|trade involving|traded before|been traded before|ever been traded|ever traded|made trades|trade details",
    Cue.TRADE_IN: "trade for|traded for|trading for|acquire|acquired|acquiring|bring in|brought in|trade acquisitions|acquisitions|receive|received|acquire by trade|acquired by trade|pick up by trade|get by trade|get in a trade|get in trades|get via trade",
    Cue.TRADE_AWAY: "trade away|traded away|trading away|send away|sent away|ship out|shipped out|give up|gave up|deal away|dealt|send|sent|sent off|get rid of|part with|parted with",
    Cue.BIGGEST: "biggest|largest|biggest ever|blockbuster|by draft value|most valuable|by value",
    Cue.PICKS: "picks|draft picks|pick|draft pick|draft capital|selections",
    Cue.OWN: "own|owns|hold|holds|owned|still have",
    Cue.MORE: "more",
    Cue.EVER: "ever",
    Cue.BYE: "bye|bye week|byes|bye weeks|off week",
    Cue.LONGEST: "longest",
    Cue.PER_GAME: "per game|a game on average|per contest|per match|ppg|average per game",
    Cue.ROOKIE: "rookie|rookies|by a rookie|by rookies|first year player|first year players",
    Cue.APPEARANCES: "how many games|games played|appearances",
    Cue.GET: "get|got|gets|land|landed",
    Cue.POINTS: "points|points scored|points for|scoring",
}  # fmt: skip

_POSITIONS: Final = {
    "QB": "qb|qbs|quarterback|quarterbacks|passer|passers|signal caller",
    "RB": "rb|rbs|running back|running backs|back|backs|fullback|fullbacks|fb|halfback|halfbacks|rusher|rushers|tailback|runner|runners",
    "WR": "wr|wrs|wide receiver|wide receivers|wideout|wideouts|receiver|receivers",
    "TE": "te|tes|tight end|tight ends",
    "OL": "ol|offensive line|offensive lineman|offensive linemen|tackle position|guard|guards|center|centers|centre|offensive tackle|offensive tackles|ot|og",
    "DL": "dl|defensive line|defensive lineman|defensive linemen|defensive end|defensive ends|de|des|dt|dts|defensive tackle|defensive tackles|edge|edges|edge rusher|edge rushers|nose tackle|nt|pass rusher|pass rushers",
    "LB": "lb|lbs|linebacker|linebackers|ilb|olb",
    "DB": "db|dbs|defensive back|defensive backs|cornerback|cornerbacks|corner|corners|cb|cbs|safety|safeties|fs|ss|secondary",
    "K": "k|kicker|kickers|pk|placekicker",
    "P": "p|punter|punters",
    "DL LB DB": "defender|defenders|defensive player|defensive players",
    "RB WR TE": "skill player|skill players|flex",
}

_PARTS: Final = {
    Part.REGULAR: "regular season|reg season",
    Part.PLAYOFFS: "playoffs|playoff|postseason|post season|play offs",
    Part.SUPER_BOWL: "super bowl|superbowl",
    Part.CONFERENCE: "conference championship|conference title game|championship game|conference final|title game",
    Part.DIVISIONAL: "divisional round|divisional playoff",
    Part.WILD_CARD: "wild card|wildcard|wild card round|wild card game",
}
_TIMES: Final = {
    Time.THIS: "this season|this year|current season|so far this season|the current season|this nfl season",
    Time.LAST: "last season|last year|previous season|the previous season|prior season|past season|season before",
    Time.ROOKIE: "rookie season|rookie year|first season|first year|as a rookie|rookie campaign",
    Time.CAREER: "career|all time|in his career|career stats|lifetime|in history|ever recorded|of all time|nfl history|in nfl history|career totals|career numbers|careers",
}
_RELATIVE: Final = {
    RelativeWeek.THIS: "this week|this weekend|this sunday|the week",
    RelativeWeek.LAST: "last week|last weekend|previous week|last sunday",
    RelativeWeek.NEXT: "next week|next weekend|next sunday",
}
_NUMBERED: Final = {
    "season": "@|@ season|the @ season|@ - #|@ - @|@ to @|from @ to @|between @ and @|@ through @",
    "since": "since @|since the @ season|from @ on|from @ onwards|after @ included",
    "week": "week #|wk #|week # of|w #",
    "weeks": "weeks # to #|weeks # - #|weeks # through #|week # to #|week # - #|weeks # and #|week # through #|week # to week #|week # through week #|between weeks # and #|from week # to #",
    "through": "through week #|thru week #|up to week #|after week #|through # weeks|through the first # weeks|first # weeks|until week #|as of week #|through # games|by week #|after # weeks|through wk #",
    "limit": "top #|best #|# best|# leaders|# most|first #|top # in|# biggest|# largest|# latest|biggest #|# highest",
    "latest": "last #|latest #|past #|most recent #",
    "last_games": "last # games|past # games|previous # games|last # weeks|last # outings|recent # games|latest # games|past # weeks",
    "last_trades": "last # trades|latest # trades|# trades|# latest trades",
    "least": "at least #|# +|# or more|minimum #|min #|# plus|no fewer than #|not less than #|# and more|# or better|# and over|# &",
    "over": "over #|more than #|above #|greater than #|exceeding #|better than #",
    "yards": "# yard|# + yard|# yards or more|# + yards",
    "rushers": "# yard rusher|# yard rushers|# yard rushing seasons|# yard backs|# yard rushing",
    "receivers": "# yard receiver|# yard receivers|# yard receiving seasons|# yard receiving",
    "passers": "# yard passer|# yard passers|# yard passing seasons|# yard passing",
    "yard_games": "# yard game|# yard games|# + yard games",
    "rushing_games": "# yard rushing game|# yard rushing games|# + yard rushing games",
    "passing_games": "# yard passing game|# yard passing games|# + yard passing games",
    "receiving_games": "# yard receiving game|# yard receiving games|# + yard receiving games",
    "pick_season": "@ picks|@ draft picks|@ pick|@ draft pick",
    "bowl": "% super bowl|super bowl #|% superbowl|superbowl #",
    "season_place": "% season|% year",
    "place": "% most|% best|% highest|% in|% place|% leading|number # in|ranked % in|ranked #|no # in",
    "pick": "% overall pick|% overall|% pick|number # pick|number # overall pick|number # overall|no # pick|no # overall pick|# overall pick|# overall",
    "round": "% round pick|% round picks|% round draft pick|% round draft picks|% rounder|% rounders|% round|round #|round # pick|round # picks",
    "top_rushers": "top # rushers|# leading rushers|best # rushers|# best rushers|# top rushers",
    "top_receivers": "top # receivers|# leading receivers|best # receivers|# best receivers|# top receivers",
    "top_passers": "top # passers|# leading passers|best # passers|# best passers|# top passers",
    "below": "less than #|fewer than #|under #|below #|at most #|no more than #|# or fewer|# or less",
}  # fmt: skip
_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_OTHER: Final[dict[str, tuple[Meaning, ...]]] = {
    **dict.fromkeys(("against", "vs", "v", "versus the", "facing the", "opposing"), (Against(),)),
    **dict.fromkeys(
        ("in a playoff game", "in one playoff game", "in a single playoff game", "in a postseason game", "playoff game record"),
        (Part.PLAYOFFS, Cue.IN_A_GAME),
    ),
    **dict.fromkeys(("last game", "most recent game", "latest game", "previous game", "last time out", "last outing", "last match"), (Cue.LATEST, Cue.GAME)),
    **dict.fromkeys(("career games",), (Time.CAREER, Cue.GAME)),
    **dict.fromkeys(("run defense", "run defence", "rushing defense", "rushing defence", "rush defense", "rush defence", "against the run", "defense against the run", "defence against the run"), (PHRASES["rushing yards"], Cue.ALLOWED)),
    **dict.fromkeys(("pass defense", "pass defence", "passing defense", "passing defence", "against the pass", "defense against the pass"), (PHRASES["passing yards"], Cue.ALLOWED)),
    **dict.fromkeys(("rushing offense", "rushing offence", "run game", "running game", "rushing attack", "rush offense", "ground game"), (PHRASES["rushing yards"],)),
    **dict.fromkeys(("passing offense", "passing offence", "passing game", "passing attack", "pass offense"), (PHRASES["passing yards"],)),
    **dict.fromkeys(("sacks allowed", "sacks given up"), (PHRASES["sacks taken"], Cue.TEAM)),
    **dict.fromkeys(("leading rusher", "leading rushers", "top rusher", "top rushers", "best rusher"), (Cue.MOST, PHRASES["rushing yards"])),
    **dict.fromkeys(("leading receiver", "leading receivers", "top receiver", "top receivers"), (Cue.MOST, PHRASES["receiving yards"])),
    **dict.fromkeys(("leading passer", "leading passers", "top passer", "top passers"), (Cue.MOST, PHRASES["passing yards"])),
    **dict.fromkeys(("leading tackler", "top tackler", "leading tacklers", "top tacklers"), (Cue.MOST, PHRASES["tackles"])),
    **dict.fromkeys(("who will", "when will", "where will"), (Cue.WHO,)),
    **dict.fromkeys(("he", "him", "his", "they", "their", "them"), (Pronoun(),)),
    **dict.fromkeys(("win a game", "won a game", "win any game", "win any games", "won any games"), (Cue.WIN,)),
    **dict.fromkeys(("lose a game", "lost a game", "lose any game", "lose any games", "lost any games"), (Cue.LOSE,)),
    **dict.fromkeys(("by season", "by year", "each season", "each year", "every season", "every year", "year by year", "season by season"), (Time.CAREER,)),
    **dict.fromkeys(("points allowed", "points against", "scoring defense", "scoring defence"), (Cue.POINTS, Cue.ALLOWED)),
    **dict.fromkeys(("winning streak", "win streak", "winning run", "consecutive wins", "wins in a row"), (Cue.STREAK, Cue.WIN)),
    **dict.fromkeys(("losing streak", "losing run", "consecutive losses", "losses in a row"), (Cue.STREAK, Cue.LOSE)),
    **{name: (Month(at),) for at, name in enumerate(_MONTHS, start=1) if name != "may"},
    **{f"in {name}": (Month(at),) for at, name in enumerate(_MONTHS, start=1)},
    **dict.fromkeys(("afc champions", "nfc champions"), (Refuse(refusals.UNKNOWN_TITLES),)),
    **dict.fromkeys(("rushed for", "ran for", "rush for", "run for", "rushed", "ran"), (Manner("rushing"),)),
    **dict.fromkeys(("threw for", "throw for", "pass for", "passed for", "threw", "throw", "thrown", "passed"), (Manner("passing"),)),
    **dict.fromkeys(("caught", "catch for", "hauled in", "caught for"), (Manner("receiving"),)),
    **dict.fromkeys(("what about", "how about", "^ and", "and what about", "and how about", "same for", "^ ok and", "now for", "what of"), (FollowUp(),)),
}  # fmt: skip


def _lines(table: dict[str, str]) -> dict[str, str]:
    return {phrase: key for key, line in table.items() for phrase in line.split("|")}


def _lexicon() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, tuple[Meaning, ...]] = {word: (Filler(),) for word in _FILLERS}
    for kinds in (_PARTS, _TIMES, _RELATIVE, _CUES):
        for meaning, line in kinds.items():
            found |= dict.fromkeys(line.split("|"), (meaning,))
    found |= {phrase: (measure,) for phrase, measure in PHRASES.items()}
    rates = (n for n, m in PHRASES.items() if isinstance(m, Measure) and m.per)
    found |= {f"average {name}": (PHRASES[name],) for name in rates}
    found |= {p: (Group(frozenset(g.split())),) for p, g in _lines(_POSITIONS).items()}
    found |= {phrase: (Takes(slot),) for phrase, slot in _lines(_NUMBERED).items()}
    found |= {phrase: (Refuse(why),) for phrase, why in refusals.SUBJECTS.items()}
    for conference in ("AFC", "NFC"):
        for part in ("", " East", " North", " South", " West"):
            found[(conference + part).casefold()] = (Division(conference + part),)
    return found | _club_phrases() | _OTHER


_WORDS_TOO: Final = frozenset("car min no ram rav sea tam ten was".split())  # codes that are words


def _club_phrases() -> dict[str, tuple[Meaning, ...]]:
    printed: dict[str, tuple[ClubCode, ...]] = {
        name.replace(".", "").replace("'", "").replace("-", " "): codes
        for name, codes in club_names().items()
    }
    codes = {code.casefold(): (club.code,) for club in CLUBS for code in (club.code, *club.codes)}
    found = {code: codes[code] for code in codes.keys() - _WORDS_TOO}
    both = {"la": tuple(c.code for c in CLUBS if c.city == "Los Angeles")}
    return {name: (Clubs(codes),) for name, codes in (found | both | printed).items()}


_WORTH_GUESSING: Final = 4  # letters: shorter words are near to too many
LEXICON: Final = _lexicon()
LONGEST: Final = max(len(phrase.split()) for phrase in LEXICON)
WORDS: Final = sorted(
    {w for phrase in LEXICON for w in phrase.split() if len(w) >= _WORTH_GUESSING and w.isalpha()}
)
