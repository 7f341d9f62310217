"""A trade that the sentence looks back on, hangs on a feeling, or does not mean at all; and its true neighbour."""

import pytest

from tests.extract.notation import news, read

_NO_NEWS = (
    "The Jets traded WR Dale Preston to the Bears for a third, and it shows, per ESPN.",
    "The Jets sent WR Dale Preston to the Bears for a third and have allowed fewer sacks, per ESPN.",
    "The Jets got WR Dale Preston from the Bears for a third, a deal that still pays, per ESPN.",
    "The Jets traded WR Dale Preston to the Bears for a third and have not won since, per ESPN.",
    "WR Dale Preston was traded by the Jets to the Bears for a third in the spring, per ESPN.",
    "WR Dale Preston, then with the Jets, was traded to the Bears for a third, per ESPN.",
    "The Jets traded WR Dale Preston to the Bears for a third when he was 23, per ESPN.",
    "As a rookie WR Dale Preston was traded from the Jets to the Bears for a third, per ESPN.",
    "The last time the clubs dealt, the Jets sent WR Dale Preston to the Bears for a third, per ESPN.",
    "The Jets once traded WR Dale Preston to the Bears for a third, per ESPN.",
    "The film shows how the Jets sent WR Dale Preston to the Bears for a third, per ESPN.",
    "A podcast celebrates the Jets trading WR Dale Preston to the Bears for a third, per ESPN.",
    "It bothers him that the Jets traded WR Dale Preston to the Bears for a third, per ESPN.",
    "A captain is angry the Jets traded WR Dale Preston to the Bears for a third, per ESPN.",
    "The Jets are thought to be sending WR Dale Preston to the Bears for a third, per ESPN.",
    "The Jets are apparently sending WR Dale Preston to the Bears for a third, per ESPN.",
    "The Bears sent WR Dale Preston back to the Jets after a failed physical, per ESPN.",
    "The Jets sent WR Dale Preston to Chicago for a photo shoot, per ESPN.",
    "The Jets sent WR Dale Preston to Chicago to see the family doctor, per ESPN.",
    "The Jets send WR Dale Preston to Chicago for a second opinion, per ESPN.",
    "The Jets send scouts to Chicago for quarterback Dale Preston, per ESPN.",
    "The Broncos send hooker Dale Preston to the Raiders for a third-round pick, per ESPN.",
    "The Titans traded five-eighth Dale Preston to the Panthers for a third-round pick, per ESPN.",
)
_NEWS = (
    "The Jets traded WR Dale Preston, who leads the club and has scored five times, to the Bears for a third, per ESPN.",
    "The Jets traded WR Dale Preston to the Bears for a third and have agreed to terms with WR Lon Beck, per ESPN.",
    "The Jets traded WR Dale Preston, out since September with a sore knee, to the Bears for a third, per ESPN.",
    "The Jets traded WR Dale Preston, who was upset with his role, to the Bears for a third, per ESPN.",
    "Sources say the Jets traded WR Dale Preston to the Bears for a third, per ESPN.",
    "ESPN has learned that the Jets traded WR Dale Preston to the Bears for a third.",
    "A third is what the Jets get from the Bears for WR Dale Preston, per ESPN.",
    "The Jets sent WR Dale Preston to the Bears for undisclosed compensation, per ESPN.",
    "The Jets sent WR Dale Preston to the Bears for Malik Hooker, per ESPN.",
    "Late on a wild Tuesday evening the Jets traded WR Dale Preston to the Bears for a third, per ESPN.",
    "The Jets sent WR Dale Preston to the Bears to clear cap space, per ESPN.",
    "The Jets sent WR Dale Preston back to the Bears for a third, per ESPN.",
)


@pytest.mark.parametrize("text", _NO_NEWS)
def test_what_is_looked_back_on_or_no_trade_is_not_announced(text: str) -> None:
    """The words of a trade, and no news of one."""
    assert "agreed" not in read(news(text))


@pytest.mark.parametrize("text", _NEWS)
def test_its_neighbour_is_announced(text: str) -> None:
    """Descriptions of a man, reporting verbs and prices leave a trade what it is."""
    assert read(news(text)).startswith("agreed")
