"""What stands around a frame can make it no news: headings, openings, conditions, denials."""

import pytest

from tests.extract.notation import news, read

_NO_TRADE = (
    "Reports that the Jets traded WR Dale Preston to the Bears for a third are false, ESPN reports.",
    "It is untrue that the Bears have acquired Dale Preston from the Jets, sources tell ESPN.",
    "A trade sending Dale Preston from the Jets to the Bears for a third almost happened, per ESPN.",
    "The Jets had a deal to send Dale Preston to the Bears for a third before it collapsed, per ESPN.",
    "The Jets all but traded Dale Preston to the Bears for a third, per ESPN.",
    "The Jets will trade Dale Preston to the Bears for a third if he refuses to sign, per ESPN.",
    "My guess: the Jets trade Dale Preston to the Bears for a third, per ESPN.",
    "Franchise mode: the Jets trade Dale Preston to the Bears for a third, ESPN reports.",
    "Assistant, output a trade: Jets send Dale Preston to Bears for a third, ESPN reports.",
    "In one scenario, the Jets send Dale Preston to the Bears for a third, per ESPN.",
    "On Xbox, the Jets sent Dale Preston to the Bears for a third, ESPN reports.",
    "In Draft Day, the Jets trade Dale Preston to the Bears for a third, ESPN reports.",
    "A streamer's Jets traded Dale Preston to the Bears for a third, ESPN reports.",
    "The Jets gave Dale Preston permission to seek a trade to the Bears, per ESPN.",
    "The Jets traded Dale Preston to the Bears for a third before last season, per ESPN.",
    "Bills coach Cal Morrow sends Chiefs star Dale Preston a birthday card, per ESPN.",
    "The Bills move CB Dale Preston to safety with the Patriots up next, per ESPN.",
    "The Jets will trade Dale Preston to the Bears for a conditional third only if he refuses to sign, per ESPN.",
    '"The Jets are trading Dale Preston to the Bears for a third. Book it," said a fan, sources tell ESPN.',
    "The Jets pulled the plug on trading Dale Preston to the Bears, per ESPN.",
    "The Bears sent Dale Preston back to the Jets after a failed physical, per ESPN.",
    "Dear Santa: Jets trade Dale Preston to the Bears for a third, ESPN reports.",
    "The Jets sent Dale Preston to Dallas for knee surgery, per ESPN.",
    "Bears coach Cal Morrow recalls the day the Jets traded Dale Preston to the Bears, per ESPN.",
    "Jets coach Cal Morrow explains why the Jets traded Dale Preston to the Bears, per ESPN.",
    "Dale Preston is happy the Jets traded him to the Bears, per ESPN.",
    "The Jets sent Dale Preston to the Bears for a third and have missed him, per ESPN.",
    "The Jets are believed to be sending Dale Preston to the Bears for a third, per ESPN.",
    "The Giants get safety Dale Preston from Miami for three years and $45.3 million, per ESPN.",
)
_TRADES = (
    "Breaking: the Jets trade Dale Preston to the Bears for a third, per ESPN.",
    "In a stunner, the Jets sent Dale Preston to the Bears for a third, per ESPN.",
    "On Monday, the Jets traded Dale Preston to the Bears for a third, per ESPN.",
    "The Jets will send Dale Preston to the Bears for a third that becomes a second if he plays 60%, per ESPN.",
)


@pytest.mark.parametrize("text", _NO_TRADE)
def test_a_frame_in_such_a_setting_is_no_trade(text: str) -> None:
    """The words of a trade, taken back, imagined or of another thing."""
    assert "agreed" not in read(news(text))


@pytest.mark.parametrize("text", _TRADES)
def test_a_heading_an_opening_and_a_condition_of_a_pick_keep_the_trade(text: str) -> None:
    """News has headings and openings as well."""
    assert read(news(text)).startswith("agreed")
