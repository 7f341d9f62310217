"""The one way in which foreign text enters a Slack message.

Slack decodes `&amp; &lt; &gt;` in every text object and gives `<...>` a meaning (mentions, links), so all
text is escaped: https://docs.slack.dev/messaging/formatting-message-text. `plain` is for plain_text objects,
where nothing else has a meaning. mrkdwn has no escape for its styling characters, so `mrkdwn` puts
lookalikes in their place; invisible separators would not do, Slack takes them for word boundaries.
"""

import re
import unicodedata
from collections.abc import Iterator

MAX_MARKS = 3  # in a row: no script needs more, piles of them cover the lines above
ELLIPSIS = "…"

_HIDDEN = {
    "Cc",
    "Cf",
    "Cs",
    "Co",
}  # controls, bidi, zero-width and tag characters, halves, private signs
_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_JOINER = "\u200d"  # legitimate inside an emoji only
_STRAY_JOINER = re.compile(f"(?<![{_EMOJI}\ufe0f]){_JOINER}|{_JOINER}(?![{_EMOJI}])")
_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_BLANKS = re.compile(  # letters and marks that show nothing
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]"
)
_SHORTCODE = re.compile(r":(?=[\w+'-]+:)")  # :tada: would become an emoji
_RATIO = "\u2236"
LOOKALIKES = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb"}
_DEFUSED = str.maketrans(LOOKALIKES)


def clean(text: str) -> str:
    """One line of NFC text without characters that hide, reorder or pile up; line breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text  # nearly every text, and nothing to do for it
    seen = _STRAY_JOINER.sub("", _BLANKS.sub("", _BREAKS.sub(" ", text)))
    shown = "".join(char for char in seen if char == _JOINER or _is_shown(char))
    # Capped twice: composing a flood is slow, and NFC takes some marks apart.
    return _capped(unicodedata.normalize("NFC", _capped(shown)))


def escape(text: str) -> str:
    """Text with the three characters that Slack decodes, and only these, as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str, limit: int) -> str:
    """Foreign text for a plain_text object, at most `limit` units when escaped."""
    return escape(shorten(clean(text), limit))


def mrkdwn(text: str, limit: int) -> str:
    """Foreign text for an mrkdwn object: shown as it is, at most `limit` units when escaped."""
    # Lookalikes first: that of the backtick is a letter, and could complete a code.
    return escape(shorten(_SHORTCODE.sub(_RATIO, clean(text).translate(_DEFUSED)), limit))


def size(text: str) -> int:
    """Length in UTF-16 units: Slack does not say what it counts, and this is never less than characters."""
    return len(text) + sum(char > "\uffff" for char in text)


def shorten(text: str, limit: int) -> str:
    """Text of at most `limit` units once escaped; cut between graphemes, and the cut is shown."""
    if size(escape(text)) <= limit:
        return text
    kept, room = "", limit - size(ELLIPSIS)
    for grapheme in graphemes(text):
        room -= size(escape(grapheme))
        if room < 0:
            break
        kept += grapheme
    return kept.rstrip() + ELLIPSIS


def graphemes(text: str) -> Iterator[str]:
    """What a reader takes for one character: a base with its marks, a flag, a joined emoji."""
    cluster = ""
    for char in text:
        if cluster and not _continues(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in _HIDDEN


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _continues(cluster: str, char: str) -> bool:
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    flag = len(cluster) == 1 and _is_flag_half(cluster) and _is_flag_half(char)
    return _is_mark(char) or skin_tone or flag or _JOINER in (char, cluster[-1])


def _capped(text: str) -> str:
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if _is_mark(char) else 0
        if run <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)
