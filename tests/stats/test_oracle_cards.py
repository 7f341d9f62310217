"""Every player trade of five seasons: the card says what a second reading of the page computes, no more, no less."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from bot.model import Insight
from bot.stats.db import Stats
from tests.oracle.card import Fact, card
from tests.oracle.day import Day
from tests.oracle.record import Record
from tests.oracle.same import same
from tests.stats.cards import computed, trades

Cards = Mapping[int, tuple[Insight, ...]]
ORDER = [
    (topic, kind)
    for topic, kinds in (
        ("receiver", "unit_rank record quarterback incumbent departed coach_link"),
        ("player", "season_line last_game career_best availability draft contract traded_before"),
        ("sender", "successor record"),
        ("price", "draft_value comparable earlier_trades"),
    )
    for kind in kinds.split()
]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _matches(fact: Fact, said: Insight) -> bool:
    heads = (fact.kind, fact.topic, fact.club) == (said.kind, said.topic, said.club)
    return heads and same(fact.player, said.player) and same(fact.data, dict(said.data))


def differences(expected: list[Fact], found: Iterable[Insight]) -> tuple[list[Fact], list[Insight]]:
    """What is missing and what is too much."""
    missing, extra = [], list(found)
    for fact in expected:
        hit = next((said for said in extra if _matches(fact, said)), None)
        if hit is None:
            missing.append(fact)
        else:
            extra.remove(hit)
    return missing, extra


def test_every_card_says_what_the_page_says(
    cards: Cards, record: Record, day: Callable[[str], Day]
) -> None:
    """Kind by kind, both ways, for each of about 270 trades."""
    wrong = []
    for trade in trades(record, players=True):
        missing, extra = differences(card(day(trade.day), trade), cards[trade.id])
        wrong += [f"{trade.id} {trade.day} missing {fact}" for fact in missing]
        wrong += [f"{trade.id} {trade.day} extra {said}" for said in extra]
    assert not wrong, "\n".join(wrong[:40])


def test_a_card_of_a_later_day_says_what_the_page_says(
    stats: Stats, record: Record, day: Callable[[str], Day]
) -> None:
    """Built up to a year after the trade, on days that differ from trade to trade."""
    wrong = []
    for trade in trades(record, players=True):
        later = date.fromisoformat(trade.day) + timedelta(days=trade.id % 367)
        found = computed(stats, trade, later.isoformat())
        missing, extra = differences(card(day(later.isoformat()), trade), found)
        wrong += [f"{trade.id} {later} {fact}" for fact in (*missing, *extra)]
    assert not wrong, "\n".join(wrong[:40])


def test_reasons_come_in_the_order_of_the_page(cards: Cards) -> None:
    """Topic by topic, and in a topic kind by kind."""
    for found in cards.values():
        order = [ORDER.index((said.topic, said.kind)) for said in found]
        assert order == sorted(order)


def test_the_seasons_speak_of_everything(cards: Cards) -> None:
    """No kind is right only because it never occurs."""
    kinds = {said.kind for found in cards.values() for said in found}
    assert len(cards) > 250
    assert kinds == {kind for _, kind in ORDER}


def test_the_comparison_can_fail(record: Record, day: Callable[[str], Day], cards: Cards) -> None:
    """A silent product, and one that says too much, are both noticed."""
    trade = next(t for t in record.trades if t.id == 1799)
    facts = card(day(trade.day), trade)
    assert differences(facts, ()) == (facts, [])
    assert differences([], cards[1799]) == ([], list(cards[1799]))


def test_cards_of_picks_alone_say_only_the_price(stats: Stats, record: Record) -> None:
    """They build, and speak of no player."""
    found = [computed(stats, trade) for trade in trades(record, players=False)]
    assert len(found) > 100
    assert {said.topic for card in found for said in card} == {"price"}


def test_every_number_in_a_sentence_is_in_its_data(cards: Cards) -> None:
    """A reader can check each of them."""
    told = [said for found in cards.values() for said in found]
    unknown = [f"{said.kind}: {n} in {said.text!r}" for said in told for n in _unknown(said)]
    assert not unknown, "\n".join(unknown[:40])


def test_data_survive_json(cards: Cards) -> None:
    """Plain values only, under text keys."""
    for said in (said for found in cards.values() for said in found):
        assert json.loads(json.dumps(said.data)) == said.data


def _unknown(said: Insight) -> Iterator[str]:
    held = {f"{abs(n):g}" for n in _values(said.data) if isinstance(n, int | float)}
    names = " ".join(t for t in _values(said.data) if isinstance(t, str)) + f" {said.player}"
    for token in _NUMBER.findall(said.text.replace("49ers", "")):
        number = float(token.replace(",", "").rstrip("."))
        if f"{number:g}" not in held and token not in names:
            yield token


def _values(data: Any) -> Iterator[Any]:
    """Every plain value within."""
    if isinstance(data, Mapping):
        data = list(data.values())
    if isinstance(data, list | tuple):
        yield from (v for value in data for v in _values(value))
    else:
        yield data
