"""What cannot be answered, and the reason that a reader is given."""

from typing import Final


class RefusedError(Exception):
    """There is no answer; the text says why in one sentence.

    Attributes:
        choices: complete questions to ask instead.
    """

    def __init__(self, why: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.choices = choices


LONGEST_QUESTION: Final = 300
EMPTY: Final = "There is no question here: ask in a sentence, as in “Cam Akers rushing yards 2022”."
TOO_LONG: Final = (
    f"That is too long to read as one question: ask in at most {LONGEST_QUESTION} characters."
)
OTHER_SCRIPT: Final = "I read questions in English only, in Latin letters."
NO_SUBJECT: Final = "I cannot tell what is asked: name a player or a club, and what about it."

CHANNELS = "The tables know no TV or radio channels: games have a day, a time and a place, nothing about who shows them."
PROJECTIONS = "I tell what happened, not what will: there are no projections or predictions here."
ADVICE = "I give no advice on line-ups or pick-ups; I can compare what players have done."
DFS = "DraftKings, FanDuel and other sites score by rules of their own, which are not in the tables; fantasy_points and fantasy_points_ppr are."
SITUATIONS = "That needs play-by-play data, which is not loaded: the tables hold whole games."
UNKNOWN_TITLES = "The tables hold no honours or titles: ask who won the Super Bowl of a season, or for a division's best record."
NOT_KEPT = "That is not in the loaded tables: they hold games, statistics, rosters, trades, contracts and coaches."
DEADLINE = (
    "The tables do not mark the trade deadline: name a month, as in “trades in October 2023”."
)
RUMOURS = "Rumours are not statistics: gridwire trades lists what the feeds reported."
RATINGS = (
    "Ratings of that kind are not in the loaded tables; yards, touchdowns, EPA and their like are."
)
VENUES = "Home and road games are not told apart here yet: ask for all of them."
BELOW = "Only “at least” and “more than” are read as limits: ask for the most, or for one player."
BEST_BY = "Who is best is an opinion: name the statistic that decides it."
NEGATION = "I cannot leave things out of a question yet: ask for what you want in it."

_SUBJECTS = {
    CHANNELS: "channel|channels|tv|television|broadcast|stream|streaming|watch|network|on tv|radio|announcers|espn|fox|cbs|nbc",
    PROJECTIONS: "projection|projections|projected|project|predict|prediction|predictions|forecast|expected to|going to win|will|will win|who will win|chances|probability|likely|rest of season outlook|outlook|going to",
    ADVICE: "^ start|should i|sit|start or sit|start em|sit em|bench|waiver|waivers|add or drop|should we|who should|should|sleeper|sleepers|lineup",
    DFS: "draftkings|draft kings|fanduel|fan duel|dfs|draftkings points|fanduel points|yahoo|superdraft",
    SITUATIONS: "third down|third downs|3rd down|third down conversions|third down conversion|3rd down conversions|fourth down|fourth downs|4th down|fourth down conversions|red zone|redzone|goal line|two minute|fourth quarter|first quarter|second quarter|third quarter|first half|second half|half|quarter|overtime|play action|pressure|pressures|blitz|blitzes|hurries|drops|dropped passes|broken tackles|missed tackles|time of possession|penalties|penalty yards|yards after contact|prime time|night|in the rain|in the snow|longest run|longest catch|longest pass|longest touchdown|longest play|deep passes|screen passes|game winning drives|comebacks|long run",
    UNKNOWN_TITLES: "mvp|mvps|pro bowl|pro bowls|all pro|hall of fame|award|awards|rookie of the year|player of the year|rings|champions|champion|championships|super bowl mvp|titles",
    NOT_KEPT: "height|tall|how tall|weigh|weight|how much does he weigh|jersey|jersey number|cap hit|cap space|salary cap|dead cap|dead money|attendance|stadium|weather|temperature|referee|owner|gm|general manager|net worth|wife|girlfriend|nationality|forty time|40 yard dash|combine|wonderlic|twitter|tickets|merchandise|no trade clause|retire|retired",
    DEADLINE: "deadline|trade deadline|deadline day|the trade deadline|trade deadline day",
    RUMOURS: "rumor|rumors|rumour|rumours|trade rumors|trade rumours|rumored|rumoured",
    RATINGS: "passer rating|qb rating|quarterback rating|rating|qbr|pff|pff grade|grade|grades|dvoa|elo|power ranking|power rankings|madden|madden rating|completion percentage over expected|cpoe|target share|air yards share|success rate|war|epa per play",
    VENUES: "on the road|road|road games|home games|at home|home|away games|home game|road game",
    NEGATION: "not|without|except|excluding|besides|other than|but|no|never|didnt|isnt|hasnt|wasnt|havent",
}  # fmt: skip
SUBJECTS: Final = {phrase: why for why, line in _SUBJECTS.items() for phrase in line.split("|")}
SIMPLER: Final = "ask for one thing at a time."
NO_EARLIER: Final = "That goes on from an earlier question, and there is none: ask it whole."
