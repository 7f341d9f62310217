"""The terminal as a platform: what is printed, and what a hostile text cannot do."""

import asyncio
import io
import os
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from adapters.console import ConsolePlatform, panel
from bot.errors import DestinationRefusedError, PermanentDeliveryError
from bot.model import CardKind, Side, Status
from bot.ports import Notifier, Platform
from tests.builders import GB, NYJ, a_card, a_destination, a_key


def a_console(columns: int = 80, *, colour: bool = False) -> Console:
    """A terminal whose output can be read back with `printed`."""
    return Console(
        file=io.StringIO(),
        width=columns,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        highlight=False,
    )


def printed(console: Console) -> str:
    """What the console wrote so far."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def shown(columns: int = 80, **given_: object) -> str:
    """A card's panel as text without colour."""
    console = a_console(columns)
    console.print(panel(a_card(**given_)))
    return printed(console)


def test_a_card_is_a_panel() -> None:
    """Status, headline, sides in two columns, notes and timeline, in 80 columns."""
    text = shown(
        sides=(
            Side(club=NYJ, name="Jets", gets=("WR Dale Preston", "2027 7th-round pick")),
            Side(club=GB, name="Packers", gets=("2026 4th-round pick",)),
        ),
        notes=("Terms not yet confirmed.",),
        timeline=("Tue 7 Oct 12:00 EDT · reported · Adam Schefter (desk)",),
    )
    assert (
        text
        == """\
╭─  REPORTED  Trade ───────────────────────────────────────────────────────────╮
│                                                                              │
│  Packers send WR Dale Preston to the Jets                                    │
│                                                                              │
│  Jets get      WR Dale Preston                                               │
│                2027 7th-round pick                                           │
│  Packers get   2026 4th-round pick                                           │
│                                                                              │
│  Terms not yet confirmed.                                                    │
│                                                                              │
│  Tue 7 Oct 12:00 EDT · reported · Adam Schefter (desk)                       │
│                                                                              │
╰───────────────────────────────────────────────────────────── Tue 7 Oct 2025 ─╯
"""
    )


def test_a_narrow_terminal_wraps_the_card() -> None:
    """Nothing sticks out at 40 columns, and no asset goes missing."""
    text = shown(40)
    assert {len(line) for line in text.splitlines()} == {40}
    assert "2026 4th-round pick" in text


@pytest.mark.parametrize("status", Status)
def test_every_status_is_a_word_on_its_own_colour(status: Status) -> None:
    """Colour is never the only sign, and white on it is readable on any background."""
    console = a_console(colour=True)
    console.print(panel(a_card(status=status)))
    assert "\x1b[1;38;2;255;255;255;48;2;" in printed(console)
    assert f" {status.upper()} " in printed(console)


def test_reasons_are_printed_under_their_headings() -> None:
    """The panel shows every field of the card."""
    text = shown(reasons=(("Why Green Bay", ("Four receivers are hurt.",)),))
    assert text.index("Why Green Bay") < text.index("Four receivers are hurt.")


async def test_post_prints_and_edit_prints_an_update() -> None:
    """An edit says that it is one, and which version."""
    console = a_console()
    notifier: Notifier = ConsolePlatform(console).notifier
    ref = await notifier.post(a_destination(), a_card(), a_key())
    assert "updated" not in printed(console)
    await notifier.edit(a_destination(), ref, a_card(version=3, status=Status.OFFICIAL), a_key())
    assert "updated · version 3 · Tue 7 Oct 2025" in printed(console)


async def test_the_reference_is_the_same_for_the_same_key() -> None:
    """Two instances agree on it; nothing can be looked back."""
    one, two = ConsolePlatform(a_console()), ConsolePlatform(a_console())
    assert await one.post(a_destination(), a_card(), a_key()) == await two.post(
        a_destination(), a_card(), a_key()
    )
    assert await one.look_back(a_destination(), a_key()) is None


async def test_a_void_notice_is_printed_in_short() -> None:
    """It has no sides to show."""
    void = a_card(kind=CardKind.VOID, status=Status.VOIDED, sides=(), notes=("This trade is off.",))
    console = a_console()
    await ConsolePlatform(console).post(a_destination(), void, a_key(kind=CardKind.VOID))
    assert " VOIDED " in printed(console)
    assert "This trade is off." in printed(console)
    assert " get " not in printed(console)


async def test_it_listens_until_cancelled() -> None:
    """A terminal sends no events, and needs no connection."""
    platform: Platform = ConsolePlatform(a_console())
    await platform.connect()
    listening = asyncio.create_task(platform.listen())
    done, _ = await asyncio.wait([listening], timeout=0.02)
    assert not done
    listening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listening
    await platform.close()


async def test_a_reader_who_left_is_a_refused_destination(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pipe raises what the lane knows; it does not end the process."""
    ours, theirs = os.pipe()
    os.close(ours)
    with io.FileIO(theirs, "w") as raw:
        # write-through, so that nothing is left to flush at the end
        stream = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
        monkeypatch.setattr("sys.stdout", stream)
        with pytest.raises(DestinationRefusedError, match="terminal"):
            await ConsolePlatform().post(a_destination(), a_card(), a_key())
        monkeypatch.undo()
        stream.detach()


async def test_an_encoding_without_the_characters_is_a_permanent_error() -> None:
    """The message says what to set."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    platform = ConsolePlatform(Console(file=stream, width=80))
    with pytest.raises(PermanentDeliveryError, match="PYTHONIOENCODING"):
        await platform.post(a_destination(), a_card(headline="Trade of Žan"), a_key())


def test_markup_in_a_text_is_printed_literally() -> None:
    """A feed cannot style, link or hide anything."""
    text = shown(headline="[bold]x[/] [link=https://evil.example]y[/link] :smile:")
    assert "[bold]x[/] [link=https://evil.example]y[/link] :smile:" in text


@given(
    hostile=st.text(max_size=60) | st.sampled_from(["a\x1b[2Jb", "a\u202eb", "a\u200bb", "\x9b31m"])
)
@settings(max_examples=60, deadline=None)
def test_no_text_can_steer_the_terminal(hostile: str) -> None:
    """Whatever field it comes in, only printable characters and our own line ends are printed."""
    text = shown(
        headline=hostile,
        sides=(Side(club=NYJ, name=hostile, gets=(hostile,)),),
        reasons=((hostile, (hostile,)),),
        notes=(hostile,),
        timeline=(hostile,),
    )
    assert not [c for c in text if c != "\n" and unicodedata.category(c).startswith("C")]
