"""No feed text does anything on Discord, and every plain name stays as it is."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.discord.text import clean, clusters, cut, neutralise, units

# As Discord reads: https://docs.discord.com/developers/reference#message-formatting
CALM = settings(deadline=None)  # the machine may be busy

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
ALIVE = re.compile(
    r"[*_~`|]|^\s*(?:#|>|-#|[-+]\s)|https?://|discord(?:\.gg|(?:app)?\.com/invite)/|@(?:everyone|here)"
    r"|<(?:@|#|:|/|a:|t:|id:)|\[[^\]]*\]\(",
    re.IGNORECASE | re.MULTILINE,
)
WIDE = "\N{FULLWIDTH COMMERCIAL AT}"
HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\\*_~`|>#-+[]()<@:/.&! \n\u202e\u2066\u200b\u0301\u1fefeh"),
    )
)
WORDS = st.sampled_from(
    [
        "@everyone",
        "@here",
        "<@1>",
        "<@&1>",
        "<#1>",
        "<a:b:1>",
        "<t:1>",
        "</x:1>",
        "[a](http://b.c)",
        "https://e.vil/",
        "discord.gg/x",
        "~~",
        "||",
        "```",
        "# h",
        "\n- x",
        "-# s",
        "\\",
        "\u1fef",
    ]
)
TEXT = st.one_of(HOSTILE, st.lists(WORDS | HOSTILE).map("".join))


def alive(raw: str) -> list[str]:
    """The markup that Discord would find once its escapes are taken out."""
    return ALIVE.findall(ESCAPE.sub("\ue000", raw))


def shown(raw: str) -> str:
    """What a reader sees of it."""
    return ESCAPE.sub(r"\1", raw)


@CALM
@given(TEXT)
@example("[a](https://e.vil) @everyone <@1>")
@example("\u1fefcode\u1fef")  # composes to a backtick
@example("@\u200beveryone")
@example("\\@everyone")
@example("-\u202f# small")
def test_nothing_in_a_text_is_alive(text: str) -> None:
    """No mention, link, markup or list survives, wherever the text stands in a line."""
    assert alive(neutralise(text)) == []


@CALM
@given(TEXT)
def test_no_simple_reader_finds_a_mention_or_link_either(text: str) -> None:
    """Also one that knows no escapes, as Discord's server when it looks for pings."""
    assert not re.search(
        r"@(everyone|here)|<[@#:/]|https?://|discord\.gg/|\]\(", neutralise(text), re.IGNORECASE
    )


@CALM
@given(TEXT)
def test_a_reader_sees_the_clean_text_itself(text: str) -> None:
    """Escapes vanish; only the at sign of a mass mention looks different."""
    assert shown(neutralise(text)).replace(WIDE, "@") == clean(text).replace(WIDE, "@")


@CALM
@given(TEXT)
def test_clean_text_has_no_control_and_no_flood(text: str) -> None:
    """No direction, no invisible character, no tower of marks, one line; and cleaning is final."""
    cleaned = clean(text)
    categories = "".join(unicodedata.category(char)[0] for char in cleaned)
    assert not set(map(unicodedata.category, cleaned)) & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert "MMMM" not in categories
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


@CALM
@given(st.from_regex(r"[A-Za-z0-9]+(?:['.]?[ -]?[A-Za-z0-9]+)*\.?", fullmatch=True))
def test_a_plain_name_is_unchanged(name: str) -> None:
    """Letters, digits, spaces, apostrophes, periods and hyphens."""
    assert neutralise(name) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ja'Marr Chase Jr.",
        "José Peña",
        "Nguyễn Văn",
        "Müller 🏈",
        "🇺🇸 WR 4\u20130",
        "T.J. Hockenson\u2019s",
    ],
)
def test_honest_letters_and_emoji_stay(text: str) -> None:
    """Diacritics, typographic apostrophes, dashes, flags."""
    assert neutralise(text) == text


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("@Everyone run", f"{WIDE}Everyone run"),
        ("@AdamSchefter", "@AdamSchefter"),
        ("<@123> <#4>", r"\<\@123\> \<\#4\>"),
        ("[x](https://e.vil)", r"\[x\]\(https:\/\/e.vil)"),
        ("- five", r"\- five"),
        ("a\nb\tc", "a b c"),
        ("\u202ednuoR\u202c 4", "dnuoR 4"),
        ("a" + "\u0316" * 99, "a" + "\u0316" * 3),
        ("\U000e0041\u200b\u3164", ""),
    ],
)
def test_each_kind_of_mischief_has_its_answer(text: str, raw: str) -> None:
    """The table for people."""
    assert neutralise(text) == raw


@CALM
@given(TEXT, st.integers(0, 60))
def test_a_cut_text_fits_and_stays_inert(text: str, limit: int) -> None:
    """No escape is parted from its character, no letter from its marks."""
    raw = neutralise(text)
    short = cut(raw, limit)
    assert units(short) <= limit
    assert alive(short) == []
    if short != raw and limit:
        kept = short.removesuffix("…")
        assert raw.startswith(kept)
        assert "".join(clusters(raw)).startswith("".join(clusters(kept)))


def test_a_cut_keeps_flags_and_skin_tones_whole() -> None:
    """A reader's character is one or nothing."""
    assert cut("🇺🇸🇨🇦x", 5) == "🇺🇸…"
    assert cut("👍🏽👍🏽", 5) == "👍🏽…"
    assert cut("ab", 0) == ""
