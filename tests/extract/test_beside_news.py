"""Trades that are named beside other news, with what came of them, or as one that could be; and news that looks alike."""

import pytest

from tests.extract.notation import news, read

NO_NEWS = (
    "A trade the Titans could make: Tennessee sends Nos. 11 and 41 to Arizona for No. 3, Adam Schefter writes.",
    "A deal the Giants might consider: New York ships CB Dale Preston to Dallas for a second, per Adam Schefter.",
    "Trade to watch: Tennessee sends Nos. 11 and 41 to Arizona for No. 3. \u2014 Adam Schefter",
    "The Texans traded DE Dale Preston and two firsts before the opener. They won the AFC South anyway, Adam Schefter notes.",
    "The Jets traded Dale Preston to the Colts before the opener. They have not won since, Adam Schefter notes.",
    "The Jets dealt QB Dale Preston to the Bears, and they finished 4-13, Adam Schefter reports.",
    "Nine games into the season, the Broncos have traded Dale Preston to the Rams and beaten Dallas by 14.",
    "In two years Ryan Poles has traded Dale Preston to the Jets, drafted a quarterback and fired a coach.",
    "The Eagles release the quarterback after trading Dale Preston to Arizona on Friday, Adam Schefter reports.",
    "Seahawks get Dale Preston off waivers from the Patriots, a year after New England traded for the receiver.",
    "Howie Roseman was asked whether he traded Dale Preston to the Jets too soon, Jeff McLane reports.",
    "The Jets hired Al Moss, who as Bears GM traded Dale Preston to Dallas for a second, Adam Schefter reports.",
    "The Bears traded a first to the Jets for Dale Preston. He played 11 games for them. \u2014 Adam Schefter",
    "The Bears traded two firsts to the Jets for Dale Preston. Was it worth it? \u2014 Adam Schefter",
    "Al Moss traded Dale Preston to the Jets for Bo Rust. There is no way to make it make sense.",
)
NEWS = (
    "The trade is done: Tennessee sends Nos. 11 and 41 to Arizona for No. 3, Adam Schefter reports.",
    "The deal the Giants agreed to: New York ships CB Dale Preston to Dallas for a second, per Adam Schefter.",
    "The Texans traded DE Dale Preston to the Jets for two firsts. They won the AFC South last season.",
    "The Jets traded Dale Preston to the Colts before the opener, Adam Schefter reports.",
    "The Jets have dealt QB Dale Preston to the Bears, and they get a fourth back, Adam Schefter reports.",
    "Nine games into the season, the Broncos have traded Dale Preston to the Rams for a second.",
    "The Eagles traded Dale Preston to Arizona on Friday after releasing Bo Rust, Adam Schefter reports.",
    "Seahawks get Dale Preston from the Patriots in a trade after he cleared waivers a year ago.",
    "Howie Roseman traded Dale Preston to the Jets for a fourth, Jeff McLane reports.",
    "The Bears traded a first to the Jets for Dale Preston. He played 11 games for New York last season.",
    "The Bears traded two firsts to the Jets for Dale Preston, who has missed two games.",
)


@pytest.mark.parametrize("text", NO_NEWS)
def test_trade_beside_the_news(text: str) -> None:
    """Nothing new is told of the trade."""
    assert not read(news(text)).startswith(("agreed", "official"))


@pytest.mark.parametrize("text", NEWS)
def test_trade_is_the_news(text: str) -> None:
    """The same words, and the trade is what they tell."""
    assert read(news(text)).startswith("agreed")


def test_sentence_of_articles_alone() -> None:
    """Words that leave nothing to read are passed over."""
    title = (
        "The Panthers have acquired the No. 1 pick from the Bears for wide receiver Dale Preston"
    )
    assert read(news(". the a", title)).startswith("agreed")
