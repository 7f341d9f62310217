"""Numbers as Prometheus reads them, by its own grammar."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.web.exposition import Counter, Histogram, exposition, gauge

SAMPLE = re.compile(
    r"[a-zA-Z_:][a-zA-Z0-9_:]*"
    r'(\{[a-z_]+="([^"\\\n]|\\[\\n"])*"(,[a-z_]+="([^"\\\n]|\\[\\n"])*")*\})? '
    r"[-+]?([0-9.e+-]+|Inf|inf)"
)


@given(label=st.text(), value=st.floats(allow_nan=False, allow_infinity=False))
def test_any_label_stays_in_its_quotes(label: str, value: float) -> None:
    """A feed's name is the operator's own, and may have anything in it."""
    counter = Counter("gridwire_x_total", "Counts.", "feed")
    counter.add(label, by=abs(value))
    text = exposition([counter.family()])
    lines = text.removesuffix("\n").split("\n")
    assert lines[:2] == ["# HELP gridwire_x_total Counts.", "# TYPE gridwire_x_total counter"]
    assert len(lines) == 3
    assert SAMPLE.fullmatch(lines[2])


@given(st.lists(st.floats(0, 1e6), max_size=30))
def test_a_histogram_is_cumulative_and_counts_everything(values: list[float]) -> None:
    """Each bucket holds those below it; the last one all of them."""
    histogram = Histogram("gridwire_s", "Seconds.", "platform", (1, 10, 100))
    for value in values:
        histogram.observe("discord", value)
    samples = histogram.family().samples
    buckets = [count for suffix, _, count in samples if suffix == "_bucket"]
    assert (
        buckets
        == ([sum(v <= b for v in values) for b in (1, 10, 100)] + [len(values)])[: len(buckets)]
    )
    assert len(buckets) == (4 if values else 0)
    assert [count for suffix, _, count in samples if suffix == "_count"] == buckets[-1:]


def test_a_counter_adds_up_and_a_gauge_without_labels_has_none() -> None:
    """As they are written."""
    counter = Counter("gridwire_calls_total", "Calls.", "platform", "result")
    counter.add("slack", "ok")
    counter.add("slack", "ok", by=2)
    page = exposition([counter.family(), gauge("gridwire_age_seconds", "An age.", {(): 0.5})])
    assert page.splitlines() == [
        "# HELP gridwire_calls_total Calls.",
        "# TYPE gridwire_calls_total counter",
        'gridwire_calls_total{platform="slack",result="ok"} 3',
        "# HELP gridwire_age_seconds An age.",
        "# TYPE gridwire_age_seconds gauge",
        "gridwire_age_seconds 0.5",
    ]
