"""The sanitiser: nothing foreign is interpreted, and nothing legitimate is lost."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack import text

WIDE = 100_000
HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&|!@#*_~`:^abc \u200b\u202e\u2066\u0301\u200d\U0001f600\ufe0f\n\x07"),
        st.characters(),
    )
)
LEGITIMATE = st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"])).filter(
    lambda words: (
        text.clean(words) == words and not re.search("[\u2217\u02cd\u223c\u02cb\u2236]", words)
    )
)
RESTORED = str.maketrans(
    {**{seen: meant for meant, seen in text.LOOKALIKES.items()}, "\u2236": ":"}
)


def unescape(words: str) -> str:
    """What Slack shows for an escaped text."""
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@settings(max_examples=60)
@given(HOSTILE)
def test_no_control_sequence_survives(words: str) -> None:
    """Without < and > there is no mention, no channel and no masked link."""
    for sent in (text.mrkdwn(words, WIDE), text.plain(words, WIDE)):
        assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", sent)


@settings(max_examples=60)
@given(HOSTILE)
def test_mrkdwn_has_no_styling_character_and_no_shortcode(words: str) -> None:
    """Bold, italics, strike-through, code and emoji names are ours alone."""
    assert not re.search(r"[*_~`]|:[\w+'-]+:", text.mrkdwn(words, WIDE))


@settings(max_examples=60)
@given(LEGITIMATE)
def test_what_slack_shows_is_what_was_meant(words: str) -> None:
    """Escaping and lookalikes can be taken back: no character is lost."""
    assert unescape(text.plain(words, WIDE)) == words
    assert unescape(text.mrkdwn(words, WIDE)).translate(RESTORED) == words


@settings(max_examples=60)
@given(HOSTILE)
def test_cleaned_text_hides_nothing_and_stays_as_it_is(words: str) -> None:
    """One NFC line, no hidden character, no pile of marks; cleaning again changes nothing."""
    cleaned = text.clean(words)
    hidden = [char for char in cleaned if unicodedata.category(char) in {"Cc", "Cf", "Cs"}]
    assert set(hidden) <= {"\u200d"}
    assert unicodedata.is_normalized("NFC", cleaned)
    assert text.clean(cleaned) == cleaned
    cleaned.encode()


@settings(max_examples=60)
@given(HOSTILE, st.integers(min_value=8, max_value=60))
def test_shortened_text_keeps_its_limit_and_its_graphemes(words: str, limit: int) -> None:
    """A cut is shown and never splits a grapheme."""
    cleaned = text.clean(words)
    short = text.shorten(cleaned, limit)
    assert text.size(text.escape(short)) <= limit
    if short != cleaned:
        kept = short.removesuffix(text.ELLIPSIS)
        assert short.endswith(text.ELLIPSIS)
        assert any(
            "".join(list(text.graphemes(cleaned))[:count]).rstrip() == kept
            for count in range(len(cleaned) + 1)
        )


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("Le\u0301on", "L\u00e9on"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306", "Z\u0300\u0301\u0302"),
        ("two\nlines", "two lines"),
        ("in\u200bvi\u2060si\ufeffble\U000e0041", "invisible"),
        ("\U0001f469\u200d\U0001f680 up", "\U0001f469\u200d\U0001f680 up"),
        ("a\u200db", "ab"),
        ("\ud800lone", "lone"),
    ],
)
def test_cleaning_strips_tricks_and_keeps_names_and_emoji(given_text: str, shown: str) -> None:
    """Bidi, zero-width, tags, floods and surrogates go; accents and joined emoji stay."""
    assert text.clean(given_text) == shown


def test_flags_tones_and_joined_emoji_are_one_grapheme() -> None:
    """What a reader sees as one is cut as one."""
    words = "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7\U0001f44d\U0001f3fde\u0301"
    assert [len(grapheme) for grapheme in text.graphemes(words)] == [2, 2, 2, 2]


def test_a_flood_of_marks_is_cleaned_quickly() -> None:
    """A long pile is cut before it is composed."""
    assert len(text.clean("a" + "\u0301\u0300" * 100_000)) <= 4
