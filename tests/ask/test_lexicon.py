"""The tables of words hang together."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from bot.ask.lexicon import LEXICON
from bot.ask.meanings import Refuse, Takes
from bot.ask.measure import Measure
from bot.ask.measures import PHRASES
from bot.ask.query import Cue
from bot.ask.reading import read
from bot.ask.refusals import RefusedError
from bot.ask.shapes import SHAPES
from bot.ask.spotting import Known
from bot.ask.taking import TAKERS
from bot.ask.tokens import tokens
from bot.stats.columns import STATS
from tests.ask.test_reading import FewNames


def test_every_statistic_can_be_asked_for() -> None:
    """Each column of the tables has a phrase of its own, and no phrase names another column."""
    measures = [m for m in PHRASES.values() if isinstance(m, Measure)]
    assert {m.columns[0] for m in measures if len(m.columns) == 1 and not m.per} >= set(STATS)
    assert {c for m in measures for c in (*m.columns, *m.per)} <= {*STATS, "games"}


def test_every_phrase_with_numbers_is_taken() -> None:
    """What the lexicon hands over, somebody takes."""
    slots = {m.slot for meanings in LEXICON.values() for m in meanings if isinstance(m, Takes)}
    assert slots == TAKERS.keys()


def test_every_phrase_is_reachable() -> None:
    """A phrase is spelt as the words of a question come out."""
    for phrase in LEXICON:
        plain = phrase.removeprefix("^ ").replace("@", "2020").replace("#", "5").replace("%", "2nd")
        words = [w.text for w in tokens(plain)]
        assert words == plain.split(), phrase


def test_every_cue_is_said_and_heard() -> None:
    """No cue without a phrase, none that every shape ignores."""
    said = {m for meanings in LEXICON.values() for m in meanings if isinstance(m, Cue)}
    heard = {cue for shape in SHAPES for cue in shape.cues | shape.also}
    assert said == set(Cue)
    assert set(Cue) - heard <= {Cue.WHO, Cue.HOW_MANY, Cue.STATS, Cue.PLAYER, Cue.GET, Cue.EVER}


def test_refusals_are_sentences() -> None:
    """Each reason is one for a reader."""
    reasons = {m.why for ms in LEXICON.values() for m in ms if isinstance(m, Refuse)}
    assert all(why.endswith(".") and len(why) > 30 for why in reasons)


@given(st.lists(st.sampled_from([*sorted(LEXICON), "Preston", "Marsh", "3", "2022"]), max_size=12))
def test_any_words_are_read_or_refused(phrases: list[str]) -> None:
    """Nothing else ever comes out of reading."""
    question = " ".join(phrases).replace("@", "2021").replace("#", "4").replace("%", "first")
    with suppress(RefusedError):
        found = read(question, Known(players=FewNames(), coaches={})).query
        assert len(found.players) <= question.count("Preston") + question.count("Marsh")
