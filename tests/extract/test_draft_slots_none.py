"""Other moves up and down, and slots that nobody trades."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

NONE = [
    "The Jets climbed to No. 3 in the power rankings after a win over the Raiders.",
    "The Bears jumped from No. 12 to No. 5 in the power rankings with a win over the Packers.",
    "The Packers fell from No. 3 to No. 5 in the draft order with Sunday's win over the Jets.",
    "Bears jump to No. 2 in draft order after losing to Raiders.",
    "The Bills moved up to No. 2 in the AFC standings with a win over the Jets, who dropped to No. 7.",
    "Jets move up to No. 1 seed with the Bills losing to Miami.",
    "The Titans slid to No. 4 in the draft order as the Giants moved up to No. 1.",
    "The Panthers own the No. 1 pick after trading up with the Bears last March.",
    "The Browns own the No. 2 pick after trading QB Dale Preston to the Texans.",
    "The Eagles have two first-round picks after sending Dale Preston to the Jets.",
    "The Jets would have to give the Titans No. 7 and a 2027 first to move up to No. 1.",
    "If the Raiders trade up to No. 1, they could send the Titans Nos. 6 and 37.",
    "Mock draft: Giants jump from No. 3 to No. 1 in a deal with the Titans, who get Nos. 3 and 34.",
    "Dale Preston slid down to No. 33, where the Jets took him.",
    "Jets WR Dale Preston came up to the line with the Patriots leading.",
    "The Jets came up short against the Bills and dropped to 3-9.",
    "The Giants would slide down from No. 3 to No. 6 in a trade with the Raiders.",
    "The Bills climbed out of a 20-point hole to beat the Jets, sending the game to overtime.",
    "The Cowboys jumped ahead 10-0 in a game with the Eagles, who received the second-half kickoff.",
    "The Rams moved from St. Louis to Los Angeles in 2016, giving the Chargers company.",
    "The Jets moved Dale Preston into the third spot on the depth chart, sending Tyree Boone to the bench.",
    "The Jets traded up to No. 14 in 2020 to draft Dale Preston, sending Nos. 30 and 63 to the Raiders.",
    "The Bears have moved up to No. 9, after the Panthers' win over the Falcons.",
    "The Colts got back in the third round of talks after acquiring data from the Texans.",
    "Dallas has pick No. 12 and Buffalo picks No. 28.",
    "Jets gave up 30 to the Bills, who pick No. 28.",
    "The Bears, who own the No. 2 pick, gave up 30 and 27 points to the Lions and Packers.",
    "The Chiefs have the No. 31 pick after beating the Bills and losing to the Eagles.",
    "The Packers scored 24, 31 and 40 to beat the Bears.",
    "The Vikings will trade places in the standings with the Lions if they win.",
    "Dale Preston, whom the Bears traded up to No. 1 for, worked out with the Jets.",
    "The Jets have moved up to No. 2 in the order of teams that sell most tickets, with the Cowboys first.",
    "The Broncos traded out of necessity last year, sending Nos. 12 and 40 to Seattle.",
    "The Colts say moving from No. 14 to No. 9 would cost a third-rounder.",
    "The Falcons would be wise to move up from No. 8 to No. 3 in a deal with the Patriots.",
    "Grading the Jaguars' trade up to No. 2: Cleveland got Nos. 5 and 36.",
    "The Vikings jumped from No. 9 to No. 2 in our power rankings, and the Lions dropped to No. 4.",
    "Kansas City climbed to No. 1 in total offense with 500 yards against Denver.",
    "The Saints went from No. 10 to No. 30 in scoring after trading Dale Preston to the Jets.",
    "The Broncos move up to No. 5 in the waiver order after the Bears' win.",
    "Dale Preston, whom the Jets drafted after trading up to No. 10 with the Bears, signed his contract.",
    "The Jets, who moved up from No. 23 to No. 10 in a trade with the Seahawks last year, have no second-rounder.",
    "The Eagles moved up to No. 2 in 2016, sending the Browns Nos. 8, 77 and 100.",
    "The Lions' defense rose from No. 30 to No. 12 in a year with Dale Preston.",
    "With the Giants at No. 3, the Browns could slide down to No. 6 and get a 2027 first from Las Vegas.",
    "What if the Bears jumped from No. 9 to No. 4 in a deal with the Cardinals?",
    "My prediction: Broncos jump from No. 12 to No. 5 in a trade with the Chargers, who get a 2027 first.",
    "The Raiders offered Nos. 13 and 44 to move up to No. 3, a source said, but the Patriots declined.",
    "Had the Vikings moved up to No. 3, they would have sent Nos. 11 and 23 to the Patriots.",
    "The Colts fell to No. 15 with the loss, and the Bengals rose to No. 18 and clinched a game with the Ravens.",
    "In this simulation, the Giants trade up to No. 1 with the Titans for Nos. 3, 34 and a 2027 first.",
    "The Bears own the No. 9 pick after finishing 7-10 and the No. 10 pick from Carolina.",
    "The Rams own two second-round picks after trading Dale Preston to the Jets in March.",
    "The Packers hold picks 23, 54 and 87 and the Bears 10, 39 and 41.",
    "The Jets swapped spots in the standings with the Dolphins, getting 24 from their defense.",
    "Miami moved into second place with a 27-20 win, sending the Jets to the third spot in the East.",
    "The Steelers are back in the first round conversation after acquiring Dale Preston from the Jets last week.",
    "The Texans are back in the playoffs after sending Dale Preston to Cleveland.",
    "The trade that let the 49ers jump from No. 12 to No. 3 cost them three first-rounders.",
    "The Dolphins got Nos. 12 and 29 when San Francisco jumped to No. 3 five years ago.",
    "Five years after moving up to No. 3 in a deal with Miami, the 49ers pick 27th.",
    "Dolphins fans want to see the team slide from No. 13 to No. 20 in a trade with Denver.",
    "The Seahawks jumped offside twice and dropped to 4-8 in a game with the Vikings, who got two first-half picks.",
    "The Packers gave up 24, 27 and 31 to the Jets, Bills and Dolphins.",
    "The Bears gave up 24, 27 and 31 in losses to the Jets, Bills and Dolphins.",
    "The Chiefs got 12, 25 and 30 points in three games with the Broncos.",
    "The Eagles get 5, 7 and 9 back from injury against Dallas.",
    "The Lions returned 3 and 4 to the practice field, while the Bears returned 12.",
    "The Jets have the Broncos' first-round pick, No. 25 overall, and two seconds.",
    "The Jets got the Broncos' attention with the 10th pick.",
    "The Saints moved into the second round of the playoffs with a win over the Rams, who got two first-half picks.",
    "The Saints got back into the second round of the bidding for Dale Preston of the Rams.",
    "The Rams moved into the first round of their search, sending two scouts to Dallas.",
    "The Titans have already traded the first pick, so general manager Jane Roe will have six selections in the top 76 when the draft opens Thursday.",
    "The Jets have already traded the No. 2 pick and are in no hurry to add more selections.",
]


@pytest.mark.parametrize("text", NONE)
def test_it_is_no_trade(text: str) -> None:
    """In standings and rankings, on a depth chart, in a game; wished for, imagined, or long known."""
    assert read(news(text, published=DRAFT_NIGHT)) == ""
