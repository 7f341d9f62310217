r"""Make feed text inert for Discord: it shows exactly its own characters, and does nothing.

Markdown: https://support.discord.com/hc/en-us/articles/210298617
Mentions and timestamps: https://docs.discord.com/developers/reference#message-formatting

Markup is broken with backslashes, which Discord's reader removes: nothing is added that a reader would
see or copy. A slash is escaped too, because ``https:\//`` is no link and ``discord.gg\/x`` no invite.
The one exception is the at sign of ``@everyone`` and ``@here``: it becomes the full-width one, so that the
words are inert even for a reader that ignores backslashes, as Discord's server does when it looks for pings.
"""

import re
import unicodedata
from collections.abc import Iterator

MARKS_MAX = 3  # combining marks on one letter: Vietnamese needs 2, a flood has hundreds

_DROPPED = frozenset(
    {"Cc", "Cf", "Cs", "Co"}
)  # controls, bidi, zero-width, tags, surrogates, private
_SPACE = frozenset({"Zs", "Zl", "Zp"})
# Invisible, although their category is a letter's or a mark's; and the code points that are no character.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0100-\U000e01ef]"
)
_MASS_MENTION = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
# A bracket is enough against a mention or a masked link; what follows it is escaped as well, so that no
# simpler reader than Discord's finds one either.
_MARKUP = re.compile(r"[\\*_~`|<>\[\]#/]|(?<=\])\(|(?<=<)[@:]|^[-+](?=\s|$)")
_NUMBERED = re.compile(r"^(\d+)\.(?=\s|$)")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)


def clean(text: str) -> str:
    """One line of visible characters in composed form (NFC); for places that know no markdown."""
    visible = "".join(_visible(_INVISIBLE.sub("", text)))
    composed = unicodedata.normalize("NFC", visible)
    return " ".join("".join(_few_marks(composed)).split())


def neutralise(text: str) -> str:
    """One line that Discord shows as the text itself: no mention, link, markup or direction control."""
    calm = _MASS_MENTION.sub("\N{FULLWIDTH COMMERCIAL AT}", clean(text))
    return _NUMBERED.sub(r"\1\\.", _MARKUP.sub(r"\\\g<0>", calm))


def units(text: str) -> int:
    """The length in UTF-16 code units: never less than Discord counts, whichever way it counts."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, limit: int) -> str:
    """The text, shortened with an ellipsis to so many units; never inside a letter or an escape."""
    if units(text) <= limit:
        return text
    kept, room = [], limit - 1
    for cluster in clusters(text):
        room -= units(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + "…" if limit > 0 else ""


def clusters(text: str) -> Iterator[str]:
    """What a reader takes for one character: a letter with its marks, a flag, an escape with its target."""
    current = ""
    for char in text:
        if current and not _joins(current, char):
            yield current
            current = ""
        current += char
    if current:
        yield current


def _joins(cluster: str, char: str) -> bool:
    if cluster == "\\" or ord(char) in _SKIN_TONES:
        return True
    if len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS:
        return ord(char) in _FLAG_LETTERS
    return unicodedata.category(char).startswith("M")


def _visible(text: str) -> Iterator[str]:
    for char in text:
        category = unicodedata.category(char)
        if category in _SPACE or char in "\t\n\v\f\r\x85":
            yield " "
        elif category not in _DROPPED:
            yield char


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks <= MARKS_MAX:
            yield char
