"""Trades told as lists, in trackers and without verbs: what each club gets, who goes where, a price for each."""

import pytest

from tests.extract.notation import news, read, records, titled

LISTED = """
Per Jane Roe, full terms: | Broncos get QB Dale Preston, 2026 6th-round pick, 2027 2nd-round pick | Jets get 2026 4th-round pick
    agreed: DEN<2026 R6, 2027 R2, Dale Preston | NYJ<2026 R4
Full terms, per ESPN: | Bears receive LB Dale Preston, a 2026 sixth-round pick and a 2027 seventh-round pick | New York Jets receive a 2026 fourth-round pick
    agreed: CHI<2026 R6, 2027 R7, Dale Preston | NYJ<2026 R4
Full trade: | #Broncos acquire: Dale Preston, 2026 7th | #Jets acquire: 2026 3rd
    agreed: DEN<2026 R7, Dale Preston | NYJ<2026 R3
Full terms of the Dale Preston trade between Denver and New York: | Broncos: Preston, 2026 sixth | Jets: 2026 third (84), 2027 fifth
    agreed: DEN<2026 R6, Dale Preston | NYJ<2026 R3 #84, 2027 R5
Trade terms: | Broncos: WR Dale Preston | Jets: 2026 third, 2027 sixth
    agreed: DEN<Dale Preston | NYJ<2026 R3, 2027 R6
The full deal, per @JaneRoe: | Denver: TE Dale Preston | Jets: 2026 5th, 2027 6th
    agreed: DEN<Dale Preston | NYJ<2026 R5, 2027 R6
Terms of the trade, according to a source: | Chicago: CB Dale Preston, S Al Roe | Houston: 2026 second
    agreed: CHI<Al Roe, Dale Preston | HOU<2026 R2
The swap: | Colts: T Dale Preston | Eagles: CB Al Roe and a 2027 seventh
    agreed: IND<Dale Preston | PHI<2027 R7, Al Roe
#Broncos: WR Dale Preston, 2027 6th | #Jets: 2026 3rd, 2027 5th | Done deal.
    agreed: DEN<2027 R6, Dale Preston | NYJ<2026 R3, 2027 R5
Done deal. | Broncos: CB Dale Preston | Jets: WR Al Roe, 2026 4th
    agreed: DEN<Dale Preston | NYJ<2026 R4, Al Roe
DEADLINE TRACKER: Dale Preston, Lions to Eagles (2026 third-rounder); Al Roe Jr., Packers to Washington (2026 fourth-rounder). Updates to follow.
    agreed: DET<2026 R3 | PHI<Dale Preston && agreed: GB<2026 R4 | WAS<Al Roe Jr.
Deadline deals so far: WR Dale Preston, Jets to Broncos (2026 third); CB Al Roe, Bears to Chiefs (2027 fifth and a 2027 seventh).
    agreed: DEN<Dale Preston | NYJ<2026 R3 && agreed: CHI<2027 R5, 2027 R7 | KC<Al Roe
Deadline day moves: Dale Preston, Jets to Broncos, for a 2026 third
    agreed: DEN<Dale Preston | NYJ<2026 R3
Today's trades: Dale Preston, New York Jets to Denver (2026 third-round pick)
    agreed: DEN<Dale Preston | NYJ<2026 R3
Trades today: WR Dale Preston from the Jets to the Broncos (2026 third); CB Al Roe from the Bears to the Chiefs (2027 fifth)
    agreed: DEN<Dale Preston | NYJ<2026 R3 && agreed: CHI<2027 R5 | KC<Al Roe
Traded: Dale Preston, Jets to Broncos for a 2026 third; Al Roe, Bears to Chiefs for a 2027 fifth
    agreed: DEN<Dale Preston | NYJ<2026 R3 && agreed: CHI<2027 R5 | KC<Al Roe
A draft-night jaw-dropper: Dale Preston to the Eagles, picks 18 and 101 to the Titans, who used the first of them on his replacement, Al Roe.
    agreed: PHI<Dale Preston | TEN<#101, #18
Deadline bombshell: WR Dale Preston to Denver, a 2026 first to the Jets, who will eat half his salary.
    agreed: DEN<Dale Preston | NYJ<2026 R1
The Commanders made it official at 4:12: CB Dale Preston and a 2027 fifth from New Orleans for a third and a sixth in 2026.
    official: NO<2026 R3, 2026 R6 | WAS<2027 R5, Dale Preston
The Jets make it official: WR Dale Preston from Denver for a 2026 fourth.
    agreed: DEN<2026 R4 | NYJ<Dale Preston
"""

TOLD_FOR_TWO = """
Receivers on the move: New England's Dale Preston to the Falcons and Miami's Al Roe to the Chiefs, each for a 2026 seventh-rounder.
    agreed: ATL<Dale Preston | NE<2026 R7 && agreed: KC<Al Roe | MIA<2026 R7
Cornerbacks change places: Denver's Dale Preston to the Jets and Chicago's Al Roe to the Bills, both for 2027 sixth-round picks.
    agreed: DEN<2027 R6 | NYJ<Dale Preston && agreed: BUF<Al Roe | CHI<2027 R6
The Broncos traded Dale Preston to the Jets and Al Roe to the Bears, each for a 2026 fifth-rounder.
    agreed: DEN<2026 R5 | NYJ<Dale Preston && agreed: CHI<Al Roe | DEN<2026 R5
Vikings and Cowboys are swapping cornerbacks, with Dale Preston bound for Dallas and Al Roe for Minnesota.
    agreed: DAL<Dale Preston | MIN<Al Roe
Jets and Broncos are exchanging safeties, with Dale Preston heading for Denver and Al Roe for New York
    agreed: DEN<Dale Preston | NYJ<Al Roe
Tackle for tackle: Jets get Dale Preston from Rams, who take Al Roe
    agreed: LA<Al Roe | NYJ<Dale Preston
Safety for safety: Bears land Dale Preston from the Jets, who take Al Roe in return.
    agreed: CHI<Dale Preston | NYJ<Al Roe
Dale Preston to Tennessee, a 2026 third-rounder to Kansas City, and the two sides flip sevenths next spring.
    agreed: KC<2026 R3, 2026 R7 | TEN<2026 R7, Dale Preston
The Jets are trading Dale Preston to Denver for a 2026 fourth. The sides also flip sixth-rounders in 2027.
    agreed: DEN<2027 R6, Dale Preston | NYJ<2026 R4, 2027 R6
The Jets send Dale Preston to the Broncos for a 2026 fourth and a flip of sevenths.
    agreed: DEN<Dale Preston, R7 | NYJ<2026 R4, R7
The Jets get Dale Preston from Denver for a 2026 third, and the clubs flip 2027 sevenths.
    agreed: DEN<2026 R3, 2027 R7 | NYJ<2027 R7, Dale Preston
The Titans hand over a 2026 third-round pick for Dale Preston of the Jets.
    agreed: NYJ<2026 R3 | TEN<Dale Preston
"""


def lines(text: str) -> str:
    """The text with its line breaks."""
    return text.replace(" | ", "\n")


@pytest.mark.parametrize(("title", "text", "expected"), records(LISTED))
def test_a_list_of_a_trade_is_read(title: str, text: str, expected: str) -> None:
    """Read the terms of a trade as two lists, and a tracker's line."""
    assert read(news(lines(text), title)) == expected


@pytest.mark.parametrize(("title", "text", "expected"), records(TOLD_FOR_TWO))
def test_what_is_told_once_holds_for_both(title: str, text: str, expected: str) -> None:
    """Read a price, a destination and a swap that hold for two men or two clubs."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "My full terms: | Broncos get WR Dale Preston | Jets get 2026 third",
        "Trade idea: | Broncos get WR Dale Preston | Jets get a 2026 third",
        "Who says no? | Broncos: WR Dale Preston, 2027 6th | Jets: 2026 3rd, 2027 5th",
        "Would you do this deal? | Broncos: WR Dale Preston | Jets: 2026 3rd",
        "Broncos: WR Dale Preston, 2027 6th | Jets: 2026 3rd, 2027 5th",
        "Broncos: WR Dale Preston, 2027 6th | Jets: 2026 3rd, 2027 5th |  | Fair deal?",
        "Broncos: WR Dale Preston, 2027 6th | Jets: 2026 3rd, 2027 5th |  | Thoughts?",
        "Broncos: WR Dale Preston, 2027 6th | Jets: 2026 3rd, 2027 5th |  | Done deal for me.",
        "Broncos: WR Dale Preston | Jets: 2026 third |  | Make it official, Broncos!",
        "A trade I'd make: | Broncos: WR Dale Preston | Jets: 2026 third",
        "The perfect deal: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Draft picks by team: | Broncos: 2026 first, 2026 third | Jets: 2026 first, 2026 second",
        "Starting receivers, per the official depth chart: | Broncos: Dale Preston, Al Roe | Jets: Ike Vance, Kip Marlow",
        "Compensatory picks: | Broncos: 2026 third, 2026 fifth | Jets: 2026 fourth",
        "Compensatory picks are official: | Broncos: 2026 third, 2026 fifth | Jets: 2026 fourth",
        "Draft order is official: | Broncos: 2026 first | Jets: 2026 first",
        "Official inactives: | Broncos: WR Dale Preston, CB Al Roe | Jets: TE Ike Vance",
        "Fantasy trade, done deal. | Broncos: WR Dale Preston | Jets: 2026 3rd",
        "Just completed a trade in my dynasty league: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Trade deadline cheat sheet. Terms: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Trade deadline needs: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Best trade assets, team by team: | Broncos: WR Dale Preston, 2026 third | Jets: 2026 first, 2027 first",
        "Terms of the trade they should make: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Signings tracker: Dale Preston, Lions to Eagles (two years, $12 million); Al Roe, Packers to Washington (one year).",
        "FREE AGENCY TRACKER: Dale Preston, Lions to Eagles (2019 third-rounder); Al Roe, Packers to Washington (2018 fourth-rounder).",
        "Compensatory pick tracker: Dale Preston, Lions to Eagles (2026 third-rounder); Al Roe, Packers to Washington (2026 fourth-rounder).",
        "FREE AGENCY TRACKER: Dale Preston, Lions to Eagles (2026 third-rounder projected)",
        "Predictions: Dale Preston, Lions to Eagles (2026 third-rounder)",
        "Trades we want: Dale Preston, Lions to Eagles (2026 third-rounder)",
        "Rumor tracker: Dale Preston, Lions to Eagles (2026 third-rounder); Al Roe, Packers to Washington (2026 fourth-rounder).",
        "Mock deadline: Dale Preston, Lions to Eagles (2026 third-rounder)",
        "Deals we'd love: Dale Preston, Lions to Eagles (2026 third-rounder)",
        "Last year's deadline deals: Dale Preston, Lions to Eagles (2026 third-rounder)",
        "An imagined jaw-dropper: Dale Preston to the Eagles, picks 18 and 101 to the Titans.",
        "Our draft-night jaw-dropper: Dale Preston to the Eagles, picks 18 and 101 to the Titans.",
        "Bold prediction: Dale Preston to the Jets and Al Roe to the Bears, each for a 2026 fifth-rounder.",
        "The teams swap sevenths in our simulation: Dale Preston to the Jets, a 2026 fourth to Denver.",
        "The Jets and Broncos could swap receivers, with Dale Preston bound for Denver and Al Roe for New York.",
        "The Jets made it official: WR Dale Preston from Denver is inactive.",
        "The Jets made it official: CB Dale Preston from New Orleans for three years, $30 million.",
        "The Jets made it official: quarterback Dale Preston from Iowa in the first round.",
        "Terms of the trade I want: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Fantasy terms // Terms of the trade: | Broncos: WR Dale Preston | Jets: 2026 third",
        "Five trades we'd like to see // Trade details: | Broncos: WR Dale Preston | Jets: 2026 third",
        "How Denver could land a receiver // The trade: | Broncos: WR Dale Preston | Jets: 2026 third",
        "How Denver could land a receiver // The trade: | Broncos get WR Dale Preston | Jets get 2026 third",
        "Preston fits in Denver // The trade: | Broncos: WR Dale Preston | Jets: 2026 third",
        "The trade: | Broncos: WR Dale Preston | Jets: 2026 third | Who wins?",
        "The trade: | Broncos: WR Dale Preston | Jets: 2026 third | Would be a steal for Denver.",
        "Mock draft terms // The trade: | Broncos: No. 9, No. 40 | Jets: No. 2",
        "Dynasty league deal: | Broncos: WR Dale Preston | Jets: 2026 first",
        "Trade:  | Broncos: WR Dale Preston | Jets: 2026 first | Just sent this in my league",
        "Done deal. | Broncos: first, third | Jets: second, sixth",
        "Done deal. | Broncos: 24 | Jets: 17",
        "Official: Dale Preston and Al Roe from Denver for Sunday.",
        "The Jets made it official: they signed Dale Preston from Denver for a year.",
        "The Jets made it official: Dale Preston from Denver for a 2021 fourth-round pick was a mistake.",
        "The Jets make it official: Dale Preston from Ohio State for the first pick.",
        "Trade deadline: Dale Preston, Jets to Broncos for a 2026 third makes sense",
        "Deadline deals: Dale Preston, Jets to Broncos for a 2026 third?",
        "Deals today: Dale Preston, Jets to Broncos (two years, $10 million); Al Roe, Bears to Chiefs (one year)",
        "Trade deadline today: Lions to Eagles, Packers to Washington",
        "The Jets and Broncos flip sevenths in our mock.",
        "Jets flip fourth-round picks with the Broncos in Madden.",
        "The Jets flip sixths with the Broncos in a mock trade.",
        "Dale Preston leaves Super Bowl champions Philadelphia in free agency, signing with the Jets",
        "Dale Preston leaves champions Kansas City for the Jets, signing a three-year deal.",
        "The Bears could send Dale Preston to the Jets and Al Roe to Denver, each for a third.",
        "Dale Preston to the Jets and Al Roe to the Bears, each for a year.",
        "Dale Preston to the Jets and Al Roe to the Bears, each for a third, would work.",
        "I'd send Dale Preston to the Jets and Al Roe to the Bears, each for a third.",
        "The teams hand over the third-round pick tomorrow.",
    ],
)
def test_the_layout_alone_makes_no_trade(line: str) -> None:
    """Ideas, mock trades, fantasy, depth charts, picks held, signings and old deals in the same words."""
    title, text = titled(line)
    assert "agreed" not in read(news(lines(text), title))
    assert "official" not in read(news(lines(text), title))


@pytest.mark.parametrize(
    "text",
    [
        "Jets get Dale Preston from Rams, who take Al Roe in the third round",
        "Jets get Dale Preston from Rams, who took Al Roe on Friday",
        "The Jets got Dale Preston from the Rams, who get Al Roe back from injury this week.",
        "Tackle for tackle: Jets get Dale Preston from Rams, who take Al Roe in the first round",
        "The Jets acquired Dale Preston from the Rams, who get Ike Vance back from suspension.",
    ],
)
def test_a_man_drafted_or_healed_is_not_what_a_club_gets(text: str) -> None:
    """Only the man who was traded moves."""
    assert read(news(text)) == "agreed: LA< | NYJ<Dale Preston"
