"""Both platforms offer the same, or the page says why not."""

import pytest

from tests import parity
from tests.test_docs import ROOT


def test_the_page_of_both_sides_is_true() -> None:
    """Made anew it is the same: `python -m tests.parity > docs/parity.md`."""
    assert (ROOT / "docs" / "parity.md").read_text("utf-8") == parity.page()


def test_an_option_on_slack_alone_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs a reason."""
    monkeypatch.setitem(parity.LABELS, "only here", "something")
    with pytest.raises(parity.Unequal, match="only here is on Slack alone"):
        parity.page()


def test_an_option_on_discord_alone_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does as well."""
    monkeypatch.delitem(parity.WHY_NOT, "publish")
    with pytest.raises(parity.Unequal, match="publish is on Discord alone"):
        parity.page()


@pytest.mark.parametrize("name", ["publish", "nowhere"])
def test_a_reason_for_nothing_is_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What is on both sides needs none, and what is nowhere neither."""
    monkeypatch.setitem(parity.WHY_NOT, name, "because")
    if name == "publish":
        monkeypatch.setitem(parity.LABELS, name, "something")
    with pytest.raises(parity.Unequal, match=name):
        parity.page()
