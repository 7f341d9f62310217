"""Who announces, how, and where in the text. Every player and officer is invented."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news, read

TRADE = "The Rams have traded WR Dale Preston to the Bears for a 2026 fourth-round pick"
UP = "The Bears traded up with the Rams to No. 12, giving up No. 26 and a 2026 third-rounder"


@pytest.mark.parametrize("trade", [TRADE, UP])
@pytest.mark.parametrize(
    "text",
    [
        # officers
        "{t}, general manager Al Moss announced during the first round.",
        "{t}, executive vice president Al Moss announced today.",
        "{t}, owner Al Moss announced at a news conference.",
        "{t}, the Bears' general manager, Al Moss, announced.",
        "{t}. Al Moss, the Rams' general manager, confirmed the trade on Friday.",
        "{t}. The Bears' president of football operations, Al Moss, announced the trade.",
        "{t}. The trade was announced by general manager Al Moss.",
        "{t}. The move was announced by Bears general manager Al Moss on Tuesday.",
        # clubs and the league, and where they said it
        "{t}, both teams said on Sunday.",
        "{t}, the teams announced in a joint statement.",
        "{t}, the team said in a news release.",
        "{t}, the Rams announced on X.",
        "{t}, the club announced via Twitter.",
        "{t}, the Bears tweeted.",
        "{t}, the team's website reported.",
        "{t}. The Bears have since confirmed the trade.",
        "{t}. The league has approved the trade.",
        "Statement from the Bears: {t}.",
        "Team announcement: {t}.",
        # that it is done
        "{t}. The Bears made the Dale Preston trade official on Wednesday.",
        "{t}. The deal became official Wednesday afternoon.",
        "{t}. It's official.",
        "It's official: {t}.",
        "The Bears made it official Wednesday: {t}.",
        "{t}, per the team.",
    ],
)
def test_it_is_official_by_the_word_of_those_who_may_say_so(trade: str, text: str) -> None:
    """In the sentence of the trade, in front of it, and in the next one."""
    if "Dale Preston" in text and trade == UP:
        trade = TRADE
    (deal,) = deals(news(text.format(t=trade)))
    assert deal.status is DealStatus.OFFICIAL


@pytest.mark.parametrize("trade", [TRADE, UP])
@pytest.mark.parametrize(
    "text",
    [
        # somebody else, or a comment
        "{t}. GM Al Moss said the price was right.",
        "{t}. Coach Al Moss said at a news conference that he loves the trade.",
        "{t}. Al Moss, ESPN's analyst, announced the trade.",
        "{t}. The move was announced by his agent.",
        "{t}. The trade was first announced by Adam Schefter.",
        # another thing
        "{t}. Jets general manager Al Moss announced his retirement.",
        "{t}. General manager Al Moss announced three roster moves Friday.",
        "{t}. Team president Al Moss announced the stadium deal.",
        "{t}. The signing was announced by general manager Al Moss.",
        "{t}. The Bears tweeted about the game.",
        "{t}. The league approved the new kickoff rule.",
        "{t}. He made it official: he will wear No. 11.",
        "{t}. It's official: he is a Bear, his agent told ESPN.",
        "Statement from the Jets: We wish Ike Vance well. {t}.",
        "Bears fans: We love it. {t}.",
        # still to come
        "{t}. The trade will be announced by general manager Al Moss.",
        "{t}. The deal becomes official when the league year opens.",
        "{t}. If approved by the league, the trade is final.",
        "{t}, pending league approval.",
        "{t}. The league office has yet to approve the deal.",
    ],
)
def test_no_other_word_makes_it_official(trade: str, text: str) -> None:
    """A comment, another announcement, and one that is expected."""
    assert [deal.status for deal in deals(news(text.format(t=trade)))] == [DealStatus.AGREED]


def test_a_club_that_states_it_says_we() -> None:
    """The club of the heading gets and gives what "we" get and give."""
    text = "Statement from the Bears: We have acquired WR Dale Preston from the Rams for a 2026 fourth-round pick."
    assert read(news(text)) == "official: CHI<Dale Preston | LA<2026 R4"
    text = "Rams: We have traded WR Dale Preston to the Bears for a 2026 fourth-round pick."
    assert read(news(text)) == "official: CHI<Dale Preston | LA<2026 R4"
