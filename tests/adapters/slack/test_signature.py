"""Only what Slack signed is taken, and only once; whatever else comes is refused without an error of ours."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict

from adapters.slack.signature import SIGNATURE, TIMESTAMP, Signatures
from bench.signatures import asked, tally
from tests.fakes import FakeOnce
from tests.slack_requests import NOW, SECRET, Request, a_command, signed


def signatures(now: float = NOW) -> Signatures:
    """At a moment of our own."""
    return Signatures(SECRET, FakeOnce(), lambda: now)


def accepted(request: Request, now: float = NOW) -> bool:
    """Whether it is taken for Slack's."""
    mine = signatures(now)
    claim = mine.claim(CIMultiDict(request.headers))
    return claim is not None and mine.is_genuine(claim, request.body)


def test_slack_s_own_example_is_taken() -> None:
    """The numbers of its documentation."""
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    request = Request(body, {TIMESTAMP: "1531420618", SIGNATURE: expected})
    assert accepted(request, 1531420618)


@pytest.mark.parametrize(
    ("age", "taken"), [(0, True), (299, True), (-299, True), (302, False), (-302, False)]
)
def test_a_request_is_of_now(age: float, taken: bool) -> None:  # noqa: FBT001 - a table
    """Five minutes on both sides."""
    assert accepted(a_command(NOW - age)) is taken


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"a=\x00", "a=é".encode()])
def test_any_body_that_slack_signed_or_not_is_judged_without_an_error(body: bytes) -> None:
    """The library raises on one that is not UTF-8; Slack signs none such."""
    assert accepted(signed(body)) is (body != b"\xff\xfe")


@settings(max_examples=300, deadline=None)
@given(stamp=st.text(max_size=30), sign=st.text(max_size=80), body=st.binary(max_size=40))
def test_nothing_made_up_is_taken_or_breaks_anything(stamp: str, sign: str, body: bytes) -> None:
    """Headers of any text."""
    assert not accepted(Request(body, {TIMESTAMP: stamp, SIGNATURE: sign}))


async def test_what_was_taken_is_not_taken_again() -> None:
    """Not within the time in which its signature holds."""
    mine, headers = signatures(), CIMultiDict(a_command().headers)
    claim = mine.claim(headers)
    assert claim is not None
    assert await mine.is_first(claim)
    assert not await mine.is_first(claim)


async def test_fifty_thousand_forgeries_are_all_answered_with_401() -> None:
    """Through the handler itself; bench/signatures.py asks with a million."""
    said = await tally(Random(20251007), 50_000)  # noqa: S311 - no secret
    assert said == {401: 50_000}


async def test_the_genuine_one_among_them_is_answered() -> None:
    """Else the refusals would prove nothing."""
    handler = asked()
    first, again = [await handler(a_command()) for _ in range(2)]
    assert (first, again) == (200, 401)
