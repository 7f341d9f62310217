"""Text as words: one spelling of quotes, dashes and entities, with every word's place in the original."""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u2032\uff07`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u2012\u2013\u2015\u2212", "\u2014"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\t\r\v\f", " "),
        **dict.fromkeys("\u2028\u2029\u0085", "\n"),
        "\u2022": "\n",
        **dict.fromkeys("\u21d2\u27a1\u2794\u279c\u2b95", "\u2192"),
    }
)
_FOREIGN = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});|[^\x00-\x7f\u2014\u2192]"
)
_TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?!\w)"
    r"|(?<![\w.])(?![ap]\.m|i\.e|e\.g)(?:[a-z]\.){2}(?= [a-z])"
    r"|(?<![\w.])[ap]\.m\.(?= (?:[a-z(]|[ECMP][DS]?T\b))"
    r"|(?:JR|SR|jr|sr)\.(?!\w)"
    r"|(?:Jr|Sr|Minn|Wis|Fla|Calif|Md|Mass|Mo|Ind|Pa|Ariz|Colo|Tenn|La|Ore|vs|Mr|Dr)\.(?!\w)"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?=\s*\d)"
    r"|St\.(?=\s[A-Z])"
    r"|(?:[Nn]os?|NOS?)\.(?=\s*\d)"
    r"|[Rr]n?ds?\.(?=\s*[\da-z])"
    r"|\$?\d+(?:[.,:]\d+)+\w*"
    r"|[@#$]?\w+(?:\.(?:com|net|org|[Ff]ootball|tv|news|fm)\b)?(?:'\w+)*'?"
    r"|\n+|->|--+|[^\w\s]"
)
_STARTERS = frozenset(
    "the a an in on he she they it his their this that these after to as with for and signed"
    " released waived placed claimed acquired traded activated elevated re-signed terminated".split()
)
_STOPS = frozenset({".", "!", "?"})
LONGEST = 120  # tokens of one sentence
_EXPANDED = 4  # characters that one character may become


class Token(NamedTuple):
    """One word or sign (a tuple, because there are many and they are made in the hot loop).

    Attributes:
        text: as written, without a possessive ending.
        low: casefolded.
        start: place of its first character in the original text.
        end: place behind its last one.
        owner: it carries a possessive ending.
        hyphen: a hyphen ties it to the word before.
        glued: no space before it.
    """

    text: str
    low: str
    start: int
    end: int
    owner: bool
    hyphen: bool
    glued: bool

    @property
    def capital(self) -> bool:
        """It begins with a capital letter."""
        return self.text[:1].isupper()


def cut(text: str, most: int) -> str:
    """The first so many characters, without the word that would be cut in two."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0]


def tokenise(text: str) -> list[Token]:
    """The words and signs of a text; hyphens inside words become a mark on the word that follows."""
    plain, places = _normalise(text)
    found: list[Token] = []
    hyphen, last = False, -1
    for match in _TOKEN.finditer(plain):
        word, start, end = match[0], match.start(), match.end()
        if word == "-" and start == last and found and found[-1].text[-1:].isalnum():
            hyphen, last = end < len(plain) and not plain[end].isspace(), end
            continue
        if word[0] == "#" and word[1:2].isalnum() and not word[1:].isdecimal():  # a hashtag
            word, start = word[1:], start + 1
        glued = start == last
        text_, owner = _possessive(word) if "'" in word else (word, False)
        spot = (start, end) if places is None else (_origin(places, start), _origin(places, end))
        found.append(Token(text_, text_.casefold(), *spot, owner, hyphen and glued, glued))
        hyphen, last = False, end
    return found


def sentences(tokens: Sequence[Token], longest: int = LONGEST) -> Iterator[list[Token]]:
    """The tokens sentence by sentence; a line break ends one too. Of the signs that end them, "?" is kept.

    A sentence of more words than anybody prints is cut, which bounds what is quadratic in its length.
    """
    current: list[Token] = []
    for index, token in enumerate(tokens):
        if _ends(tokens, index) or len(current) == longest:
            if token.text not in {".", "!"} and token.text[0] != "\n":
                current.append(token)
            if current:
                yield current
            current = []
        else:
            current.append(token)
    if current:
        yield current


def blocks(lines: Iterable[list[Token]]) -> Iterator[list[Token]]:
    """Sentences, where the lines of a list join the line with the colon that heads it."""
    head: list[Token] = []
    for line in lines:
        if head and line[-1].text != ":" and len(line) <= _longest(line):
            head += [*(() if head[-1].text == ":" else (_COMMA,)), *_unmarked(line)]
            continue
        if head:
            yield head
            head = []
        if line[-1].text == ":":
            head = line
        else:
            yield line
    if head:
        yield head


def _longest(line: Sequence[Token]) -> int:
    """How long a line may be: all that a club gets in a trade needs more words than an item."""
    words = [token.low for token in line[:_OF_CLUB]]
    return _CLUB_LINE if not _GETS.isdisjoint(words) else _LIST_LINE


_LIST_LINE, _CLUB_LINE = 14, 36  # tokens in a line that is still an item
_OF_CLUB = 5  # tokens of "- New York Jets get"
_GETS = frozenset({":", "get", "gets", "receive", "receives"})
_COMMA = Token(",", ",", 0, 0, owner=False, hyphen=False, glued=True)


def _unmarked(line: list[Token]) -> list[Token]:
    return line[1:] if line[0].text in {"-", "*", "\u2014", "+"} and len(line) > 1 else line


def _ends(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text in _STOPS or token.text[0] == "\n":
        return True
    if token.low not in {"jr.", "sr."} or index + 1 == len(tokens):
        return False
    follower = tokens[index + 1]
    return follower.capital and follower.low in _STARTERS and not follower.text.isupper()


def _possessive(word: str) -> tuple[str, bool]:
    if word[-1:] == "'" and len(word) > 1:
        return word[:-1], word[-2] in "sSxXzZ"
    if word[-2:] in {"'s", "'S"} and len(word) > 2:  # noqa: PLR2004 - longer than the ending itself
        return word[:-2], True
    return word, False


def _normalise(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """The text in one spelling, and where its pieces come from (None: nothing moved)."""
    plain = text.translate(_PLAIN)
    if plain.isascii() and "&" not in plain:
        return plain, None
    pieces: list[str] = []
    places = [(0, 0)]
    length = last = 0
    for match in _FOREIGN.finditer(plain):
        new = _spelled(match[0])
        pieces += (plain[last : match.start()], new)
        length += match.start() - last + len(new)
        last = match.end()
        places.append((length, last))
    return "".join((*pieces, plain[last:])), places


def _spelled(raw: str) -> str:
    """An entity or a character in the one spelling; formatting marks (bidi, zero width) vanish."""
    text = html.unescape(raw) if raw[0] == "&" else raw
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)[:_EXPANDED]
    return "".join(
        char for char in text if unicodedata.category(char) not in {"Cf", "Cs", "Cc", "Mn"}
    )


def _origin(places: list[tuple[int, int]], spot: int) -> int:
    index = bisect_right(places, (spot, 1 << 60))
    new, old = places[index - 1]
    return min(old + spot - new, places[index][1]) if index < len(places) else old + spot - new
