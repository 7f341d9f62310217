"""HTML to plain text, however it is written."""

import time

import pytest

from bot.feeds.markup import plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        *(("a <b>bold</b> word", "a bold word"), ("<p>one</p><p>two</p>", "one\ntwo")),
        *(("one<br/>two", "one\ntwo"), ("tom &amp; joe&#39;s &lt;b&gt;", "tom & joe's <b>")),
        *(("a<script>evil()</script>b", "a\nb"), ("a<STYLE type='x'>p{}</style >b", "a\nb")),
        *(("a<script>if (1<2) {'</p>'}</script>b", "a\nb"), ("a<!-- <b>x</b> > -->b", "ab")),
        *(("a<script>never closed", "a"), ("a<!-- never closed", "a")),
        *(("5 < 6 > 4", "5 < 6 > 4"), ("a<b", "a<b"), ("<", "<"), ("", "")),
        *(
            ("two\n lines\tand  blanks", "two lines and blanks"),
            ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
        ),
        ('<a href="x" title="y">link</a> <img src=x onerror=y> end', "link\nend"),
    ],
)
def test_markup_becomes_what_a_reader_sees(markup: str, text: str) -> None:
    """Tags go, blocks become lines, entities become characters, hidden things vanish."""
    assert plain(markup) == text


@pytest.mark.parametrize(
    "unit", ["<a/", "<!--", "<a b='", "<script>", "</script", "<![CDATA[", "&", "<?", "<a>"]
)
def test_markup_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    """A megabyte of what brings other parsers to their knees."""
    started = time.process_time()
    plain(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 2
