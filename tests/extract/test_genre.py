"""Old stories, fiction, lists of ideas and other leagues fire nothing. Every player is invented."""

import pytest

from tests.extract.notation import news, read, titled

TRADE = "Rams trade WR Dale Preston to Bears for fourth-round pick"

NO_NEWS = f"""
Ten years ago today: {TRADE}
15 years ago: {TRADE}
On this date in 2019: {TRADE}
This day in Rams history: {TRADE}
NFL history: {TRADE}
1989: {TRADE}
Oct. 12, 1989: {TRADE}
Flashback: {TRADE}
From the archives: {TRADE}
From the archives // {TRADE}
The Onion: {TRADE}
ChatGPT says {TRADE}
{TRADE}. Just kidding.
In a dream world, {TRADE}
Fictional Rams GM trades WR Dale Preston to Bears
Rams trade WR Dale Preston to Bears in new movie
Movie review: {TRADE}
Trades we'd love to see // {TRADE}
Staff picks: {TRADE}
Trade matchmaker // {TRADE}
Deals for all 32 teams // {TRADE}
Deadline deals that help // {TRADE}
Bears primer // Rams get: WR Dale Preston. Bears get: 2026 second-round pick.
Perfect swap // Rams receive: WR Dale Preston. Bears receive: 2026 second-round pick.
Broncos trade Dale Preston to Penrith Panthers
Eagles trade Dale Preston to the Giants // The AFL clubs swapped a 2026 third-round pick.
Broncos trade QB Dale Preston to West Coast Eagles for a third-round pick
Jets acquire WR Dale Preston from Panthers in NRL swap
Panthers send Dale Preston to Broncos for a third-round pick // The Super Rugby season starts soon.
Cardinals acquire P Dale Preston from Giants for P Ike Vance
Giants trade P Dale Preston to Cardinals for a 2026 seventh-round pick
"""


@pytest.mark.parametrize("line", NO_NEWS.strip().splitlines())
def test_it_fires_nothing(line: str) -> None:
    """By the whole headline, before a colon too, or by any sentence that takes it for a joke."""
    title, text = titled(line)
    assert not read(news(text, title))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{TRADE} in biggest deal in NFL history", "CHI<Dale Preston | LA<R4"),
        (f"{TRADE} on a busy week in Chicago", "CHI<Dale Preston | LA<R4"),
        (f"{TRADE} 5 minutes ago", "CHI<Dale Preston | LA<R4"),
        ("Rams, Bears complete trade // Rams get: 2026 third-round pick. Bears get: WR Dale Preston.", "CHI<Dale Preston | LA<2026 R3"),
        ("Rams trade Dale Preston to Bears // Rams get: 2026 third-round pick. Bears get: WR Dale Preston.", "CHI<Dale Preston | LA<2026 R3"),
        ("Rams get: 2026 third-round pick. Bears get: WR Dale Preston. \u2014 Adam Schefter", "CHI<Dale Preston | LA<2026 R3"),
        ("The New York Giants traded P Dale Preston to the Bears for a 2026 seventh-round pick.", "CHI<Dale Preston | NYG<2026 R7"),
        ("Giants trade P Dale Preston to Cardinals, per Adam Schefter", "ARI<Dale Preston | NYG<"),
        ("Panthers send QB Dale Preston to Broncos for a third-round pick", "CAR<R3 | DEN<Dale Preston"),
        ("Eagles send QB Dale Preston to Giants for a third-round pick", "NYG<Dale Preston | PHI<R3"),
    ],
)  # fmt: skip
def test_the_same_words_in_news_are_news(line: str, expected: str) -> None:
    """A layout with an event or a source; shared nicknames in football."""
    title, text = titled(line)
    assert read(news(text, title)) == f"agreed: {expected}"


@pytest.mark.parametrize(
    "name",
    ["Dale Pre[b]ston", "Dale Pre<b>ston", "Dale Pre<b>Ston Vance", "Dale Pre*st*on", "Da<i>Le Preston"],
)  # fmt: skip
def test_a_name_cut_by_markup_names_nobody(name: str) -> None:
    """Neither the piece before the cut nor the one behind it becomes a player."""
    text = f"Rams acquire WR {name} from the Bears for a 2026 fourth-round pick."
    assert read(news(text)) == "agreed: CHI<2026 R4 | LA<"


def test_a_mark_behind_a_name_cuts_nothing() -> None:
    """A footnote."""
    text = "Rams acquire WR Dale Preston[1] from the Bears for a 2026 fourth-round pick."
    assert read(news(text)) == "agreed: CHI<2026 R4 | LA<Dale Preston"


@pytest.mark.parametrize(
    "tail",
    [
        "Would you do it?", "This makes sense for both teams.", "A fair price?", "That is the deal I'd make.",
        "The Jets need a receiver and the Packers should sell.", "Preston would start at once.",
    ],
)  # fmt: skip
def test_an_opinion_beside_a_bare_layout_makes_it_an_idea(tail: str) -> None:
    """Alone it is a trade of which the terms are given; with somebody's view, a proposal."""
    layout = "Jets receive: WR Dale Preston. Packers receive: 2026 third-round pick."
    assert read(news(layout)) == "agreed: GB<2026 R3 | NYJ<Dale Preston"
    assert not read(news(f"{layout} {tail}"))
