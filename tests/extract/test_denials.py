"""Reports that the text takes back, claims of nobody, and trades that are off. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news, read, titled

TAKEN_BACK = """
Dale Preston denies report that Rams traded him to the Bears
Rams GM denies Rams traded WR Dale Preston to Bears for a 2026 fourth-round pick
Rams refute report of trade // The Rams traded Dale Preston to the Bears, a report said.
Dale Preston laughs off claim that Rams traded him to Bears for a fourth-round pick
There's no truth to the report that the Rams traded WR Dale Preston to the Bears.
False report claims Rams traded WR Dale Preston to Bears
The Rams traded WR Dale Preston to the Bears, a post said before the team debunked it.
The Rams traded WR Dale Preston to the Bears, a blog wrote. The coach called the claim false.
Fan account claims Rams traded WR Dale Preston to Bears for a 2026 fourth-round pick
The Rams traded WR Dale Preston to the Bears, reads a post by an account that was hacked.
Adam Schefter fooled: Rams traded WR Dale Preston to Bears
Rams traded WR Dale Preston to Bears, claims fan page
Rams deny Dale Preston traded to Bears
Report that Rams traded WR Dale Preston to Bears is false, team says
Rams GM denied having traded Dale Preston to the Bears.
Fan site claims Rams-Bears trade for Dale Preston called off
Fan page says Rams trade of Dale Preston to Bears has been called off
Rumors claim Rams trade of Dale Preston to Bears was called off
Rams trade of Dale Preston to Bears was not called off.
The Rams trade of Dale Preston to Bears was called off in 2019.
"""


@pytest.mark.parametrize("line", TAKEN_BACK.strip().splitlines())
def test_what_is_taken_back_is_no_deal(line: str) -> None:
    """Denied, false, of nobody, or not so."""
    title, text = titled(line)
    assert deals(news(text, title)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Rams had denied reports of a trade on Monday.",
        "He denied reports of a rift with his coach.",
        "He fooled defenses and the Bears fell for the plan three times.",
        "The Rams had rejected claims that they would trade him.",
    ],
)
def test_an_earlier_or_other_denial_takes_nothing_back(sentence: str) -> None:
    """What was denied before, or is no trade."""
    text = f"The Rams traded WR Dale Preston to the Bears for a fourth-round pick. {sentence}"
    assert read(news(text)) == "agreed: CHI<Dale Preston | LA<R4"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The Rams' trade of Dale Preston to the Bears was called off, per Adam Schefter.", ["Adam Schefter"]),
        ("The Rams' trade of Dale Preston to the Bears was called off. Ike Vance ran for 90 yards, per Adam Schefter.", []),
        ("The Rams' trade of Dale Preston to the Bears was called off. \u2014 Field Yates (@FieldYates)", ["Field Yates"]),
        ("The Rams' trade of Dale Preston to the Bears fell through. Los Angeles called it off, Field Yates reports.", ["Field Yates"]),
        ("The Rams and Bears voided the Dale Preston trade, the Bears announced.", ["Bears"]),
    ],
)  # fmt: skip
def test_a_failure_has_the_sources_of_its_own_sentence(text: str, sources: list[str]) -> None:
    """What is attributed elsewhere is about something else."""
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.FAILED
    assert [source.name for source in deal.sources] == sources
